package dev.goguard.analysis;

import org.jspecify.annotations.Nullable;

/**
 * Something about the run itself that the user must know: a file that could not be read, a rule
 * that threw.
 *
 * @param severity {@link Severity#ERROR} when a part of the input was not analysed
 * @param kind stable id in kebab case, e.g. {@code syntax-error}, {@code front-end-crash},
 *     {@code rule-crash}, {@code unresolved-class-path}, {@code unused-suppression},
 *     {@code suppression-without-reason}
 * @param message what happened and what to do
 * @param location the file, and the place in it when known; null when it concerns no file
 * @param rule the rule that threw, else null
 */
public record Notification(
    Severity severity,
    String kind,
    String message,
    @Nullable Location location,
    @Nullable String rule) {}
