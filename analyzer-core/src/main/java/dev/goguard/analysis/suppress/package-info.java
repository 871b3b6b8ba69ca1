/** Findings that need no attention: suppressed in the source, or known from a baseline. */
package dev.goguard.analysis.suppress;
