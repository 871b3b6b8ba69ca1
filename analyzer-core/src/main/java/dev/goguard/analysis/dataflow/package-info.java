/** Questions about all paths of a control-flow graph, and about one path that exists. */
@NullMarked
package dev.goguard.analysis.dataflow;

import org.jspecify.annotations.NullMarked;
