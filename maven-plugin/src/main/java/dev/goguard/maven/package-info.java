/** The Maven goals: options in, one analysis, log and reports out. */
package dev.goguard.maven;
