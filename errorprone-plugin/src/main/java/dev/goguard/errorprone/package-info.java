/** Lowers javac trees to the concurrency IR, so that Error Prone runs the same rules. */
package dev.goguard.errorprone;
