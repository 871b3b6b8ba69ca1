/** Rules about starting tasks: too many, too early, or with a variable that moves on. */
@NullMarked
package dev.goguard.rules.spawn;

import org.jspecify.annotations.NullMarked;
