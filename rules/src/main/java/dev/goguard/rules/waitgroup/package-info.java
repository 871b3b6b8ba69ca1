/** Rules about counting tasks that somebody waits for. */
@NullMarked
package dev.goguard.rules.waitgroup;

import org.jspecify.annotations.NullMarked;
