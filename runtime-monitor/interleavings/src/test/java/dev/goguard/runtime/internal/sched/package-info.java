/** What the hardware may make of the scheduler's run queue, asked of jcstress. */
package dev.goguard.runtime.internal.sched;
