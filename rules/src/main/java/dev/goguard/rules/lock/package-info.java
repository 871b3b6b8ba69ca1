/** Rules about locks: taken and not given back, taken in the wrong order, taken too often. */
@NullMarked
package dev.goguard.rules.lock;

import org.jspecify.annotations.NullMarked;
