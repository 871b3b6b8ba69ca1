/** Counting tasks that somebody waits for. */
package corpus.rules.waitgroup;
