/** What the hardware may make of the runtime's memory access modes, asked of jcstress. */
package dev.goguard.runtime.internal;
