/**
 * The goroutine runtime beside Go, Kotlin's coroutines, Jox and the plain JDK: the same programs in
 * each.
 */
package dev.goguard.benchmarks.runtime;
