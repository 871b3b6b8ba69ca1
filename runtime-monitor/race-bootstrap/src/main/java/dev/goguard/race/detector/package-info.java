/**
 * FastTrack's rules on epochs and vector clocks, and the threads and sync objects they speak of.
 */
package dev.goguard.race.detector;
