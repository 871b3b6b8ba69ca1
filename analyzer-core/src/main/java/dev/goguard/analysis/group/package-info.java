/** Wait groups, latches and phasers: who counts them up and down, and who waits. */
@NullMarked
package dev.goguard.analysis.group;

import org.jspecify.annotations.NullMarked;
