/**
 * Go's concurrency in Java's shapes: goroutines on virtual threads, channels, select, locks, wait
 * groups, contexts, timers, rate limits and deferred functions.
 *
 * <p>Every operation states the happens-before edge it creates, in the terms of the <a
 * href="https://go.dev/ref/mem">Go memory model</a>; each such edge is also one of the Java memory
 * model. All types are safe for use by many threads, goroutines or not, unless they say otherwise.
 *
 * <p>An interrupt ends a blocking operation with the unchecked
 * {@link dev.goguard.runtime.GoInterruptedException} and leaves the interrupt flag set; an
 * operation that need not block ignores the flag. Acquiring a lock is not interruptible unless its
 * name says so.
 *
 * <p>In place of {@code sync.Map} use {@link java.util.concurrent.ConcurrentHashMap}, and in place
 * of {@code sync/atomic} the classes of {@link java.util.concurrent.atomic}.
 */
package dev.goguard.runtime;
