/** Rules about data races: conflicting accesses that nothing orders. */
@NullMarked
package dev.goguard.rules.race;

import org.jspecify.annotations.NullMarked;
