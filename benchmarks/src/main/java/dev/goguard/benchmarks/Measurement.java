package dev.goguard.benchmarks;

/**
 * What one run took.
 *
 * @param seconds wall time of the process
 * @param heap its garbage collections
 * @param residentMegabytes peak resident memory, -1 when not known
 */
record Measurement(double seconds, GcLog heap, long residentMegabytes) {}
