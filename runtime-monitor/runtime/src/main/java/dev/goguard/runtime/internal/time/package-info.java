/**
 * The runtime's clock: what the time is, and alarms that go off at a point of it. It knows nothing
 * of goroutines, so that everything that waits can be built upon it.
 */
package dev.goguard.runtime.internal.time;
