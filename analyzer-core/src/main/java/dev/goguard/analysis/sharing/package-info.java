/**
 * What tasks and their spawner share: captured objects, accesses to them, and which of these meet
 * with nothing between.
 */
@NullMarked
package dev.goguard.analysis.sharing;

import org.jspecify.annotations.NullMarked;
