/** What instrumented code calls; lives in the bootstrap class loader and knows JDK types only. */
package dev.goguard.race.bootstrap;
