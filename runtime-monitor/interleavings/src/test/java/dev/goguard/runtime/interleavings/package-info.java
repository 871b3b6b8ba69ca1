/** Small concurrent programs over the runtime, run in very many of their interleavings. */
package dev.goguard.runtime.interleavings;
