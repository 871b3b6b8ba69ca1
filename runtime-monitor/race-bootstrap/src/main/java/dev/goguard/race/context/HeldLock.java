package dev.goguard.race.context;

/**
 * A lock that was held at an access.
 *
 * @param name the class of the lock, or {@code X.class} for the lock of a class
 * @param acquired the number of the calling context that acquired it, or 0 when unknown
 */
public record HeldLock(String name, int acquired) {}
