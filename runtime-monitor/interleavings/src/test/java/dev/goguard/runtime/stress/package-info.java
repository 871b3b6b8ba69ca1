/** What the hardware may make of the public primitives, asked of jcstress. */
package dev.goguard.runtime.stress;
