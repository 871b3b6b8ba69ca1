/** What the documentation of {@code java.util} and its concurrent packages says about order. */
package corpus.race.juc;
