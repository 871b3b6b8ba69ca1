/** What running a body does to the locks and objects of whoever calls or starts it. */
@NullMarked
package dev.goguard.analysis.summary;

import org.jspecify.annotations.NullMarked;
