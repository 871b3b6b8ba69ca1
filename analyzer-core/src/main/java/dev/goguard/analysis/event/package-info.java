/**
 * What a piece of code does that matters to concurrency: events, on objects named by access paths.
 */
@NullMarked
package dev.goguard.analysis.event;

import org.jspecify.annotations.NullMarked;
