/** What the JDK's flight recorder is told of goroutines. */
package dev.goguard.runtime.internal.jfr;
