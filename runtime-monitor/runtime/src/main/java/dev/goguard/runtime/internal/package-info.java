/**
 * How the runtime waits and wakes: a spin lock, queues of parked goroutines, and the channel and
 * select algorithms and the timers built on them.
 */
package dev.goguard.runtime.internal;
