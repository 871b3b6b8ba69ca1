package dev.goguard.race.shadow;

/**
 * An earlier access that races with the one being made.
 *
 * @param cell the earlier access
 * @param element which of the block's elements
 * @param next another one, or null
 */
record Conflict(long cell, int element, Conflict next) {}
