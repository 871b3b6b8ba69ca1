/** What the race detector costs: programs without it and with it, and the same in Go. */
package dev.goguard.benchmarks.race;
