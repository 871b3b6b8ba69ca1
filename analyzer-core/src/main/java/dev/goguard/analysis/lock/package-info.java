/** Which locks are held where. */
@NullMarked
package dev.goguard.analysis.lock;

import org.jspecify.annotations.NullMarked;
