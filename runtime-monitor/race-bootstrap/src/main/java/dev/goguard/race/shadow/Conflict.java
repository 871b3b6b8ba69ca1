package dev.goguard.race.shadow;

/**
 * An earlier access that is not ordered with the one being made.
 *
 * @param cell the earlier access
 * @param element which of the block's elements
 * @param write whether it was a write
 * @param next another one, or null
 */
record Conflict(long cell, int element, boolean write, Conflict next) {}
