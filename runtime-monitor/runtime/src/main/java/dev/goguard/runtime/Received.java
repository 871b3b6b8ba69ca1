package dev.goguard.runtime;

/**
 * What a receive yields: Go's {@code v, ok := <-ch}.
 *
 * @param value the element, which may be null; null when {@code ok} is false
 * @param ok whether a send delivered the value; false when the channel is closed and empty
 * @param <T> the element type
 */
public record Received<T>(T value, boolean ok) {}
