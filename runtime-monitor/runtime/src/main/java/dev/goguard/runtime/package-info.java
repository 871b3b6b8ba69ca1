/** Go's concurrency on virtual threads: goroutines, channels, select, sync and context. */
package dev.goguard.runtime;
