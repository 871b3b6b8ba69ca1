/**
 * The front end built on Spoon: reads source files and lowers Spoon's model to the concurrency IR.
 */
@NullMarked
package dev.goguard.analysis.frontend.spoon;

import org.jspecify.annotations.NullMarked;
