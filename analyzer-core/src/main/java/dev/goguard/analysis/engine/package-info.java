/**
 * Runs the rules over a lowered program: shared analyses, isolation of what breaks, order of the
 * findings.
 */
@NullMarked
package dev.goguard.analysis.engine;

import org.jspecify.annotations.NullMarked;
