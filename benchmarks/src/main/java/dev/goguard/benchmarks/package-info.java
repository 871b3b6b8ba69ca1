/** GoGuard and its peers, measured side by side in one run. */
package dev.goguard.benchmarks;
