/**
 * The usual shapes of concurrent Go programs, in Java; every one ends without leaving goroutines.
 */
package corpus.patterns;
