/** A systematic explorer of interleavings: small, exhaustive up to a number of preemptions. */
package dev.goguard.explore;
