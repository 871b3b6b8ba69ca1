/** Control flow of one body: nodes that carry events, and edges that say why control takes them. */
@NullMarked
package dev.goguard.analysis.cfg;

import org.jspecify.annotations.NullMarked;
