/** The analysed program as an index: types, bodies, hierarchy, and where values come from. */
@NullMarked
package dev.goguard.analysis.program;

import org.jspecify.annotations.NullMarked;
