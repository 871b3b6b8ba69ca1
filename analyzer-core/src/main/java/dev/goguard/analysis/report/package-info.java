/** The forms in which the outcome of a check is shown. */
package dev.goguard.analysis.report;
