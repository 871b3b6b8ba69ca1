/** The programs that the race detector is measured on; they use nothing of the harness. */
package dev.goguard.benchmarks.race.workload;
