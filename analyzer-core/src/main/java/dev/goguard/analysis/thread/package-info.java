/** Where tasks are started, what they run, how many of them, and what the starter waits for. */
@NullMarked
package dev.goguard.analysis.thread;

import org.jspecify.annotations.NullMarked;
