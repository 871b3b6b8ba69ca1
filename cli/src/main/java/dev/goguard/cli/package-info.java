/** The goguard command: options in, one analysis, text and an exit code out. */
package dev.goguard.cli;
