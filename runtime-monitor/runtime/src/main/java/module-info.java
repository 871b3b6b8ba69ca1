/**
 * Goroutines, channels, select, sync and context for Java, with Go's semantics, on the JDK alone.
 */
module dev.goguard.runtime {
  requires static java.management; // gomaxprocs and schedtrace of the JDK's scheduler
  requires static jdk.jfr; // events about goroutines

  exports dev.goguard.runtime;
}
