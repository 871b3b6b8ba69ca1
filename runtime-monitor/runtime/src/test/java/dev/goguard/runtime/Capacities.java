package dev.goguard.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs a test with an unbuffered channel and with small and larger buffers. */
@ParameterizedTest
@ValueSource(ints = {0, 1, 2, 16})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Capacities {}
