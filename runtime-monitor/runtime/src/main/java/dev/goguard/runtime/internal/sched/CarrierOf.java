package dev.goguard.runtime.internal.sched;

/** A carrier thread of one of our own schedulers. */
interface CarrierOf {

  /** The scheduler whose goroutines it runs. */
  Scheduler scheduler();
}
