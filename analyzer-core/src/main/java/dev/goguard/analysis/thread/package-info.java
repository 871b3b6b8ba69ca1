/**
 * Where tasks are started, what they run, and what the starter waits for; what they capture and
 * share, which accesses conflict, and which fields they may find unset.
 */
@NullMarked
package dev.goguard.analysis.thread;

import org.jspecify.annotations.NullMarked;
