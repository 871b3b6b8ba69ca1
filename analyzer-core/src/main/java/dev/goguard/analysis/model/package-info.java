/**
 * What library calls mean: a data file that gives events to method signatures, and its reader.
 *
 * <p>GoGuard's runtime and {@code java.util.concurrent} are sections of the same file, so one rule
 * covers both. Users add their own in the same form ({@code check --models}).
 */
@NullMarked
package dev.goguard.analysis.model;

import org.jspecify.annotations.NullMarked;
