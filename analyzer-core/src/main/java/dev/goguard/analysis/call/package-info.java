/** Who calls whom, and what a call does to its caller: targets, exceptions, summaries. */
@NullMarked
package dev.goguard.analysis.call;

import org.jspecify.annotations.NullMarked;
