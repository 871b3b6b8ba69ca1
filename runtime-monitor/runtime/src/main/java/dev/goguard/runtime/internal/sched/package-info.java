/** What decides when and on which carrier thread a runnable goroutine runs. */
package dev.goguard.runtime.internal.sched;
