package dev.goguard.race.report;

/**
 * Two accesses to one variable that no happens-before edge orders, at least one of them a write.
 *
 * @param variable what is raced on, as a user names it
 * @param access the access that found the other one
 * @param previous the one that was there before
 * @param test the test that the accessing thread belonged to, or null
 */
public record Race(String variable, Side access, Side previous, String test) {}
