/**
 * The rules of chapters 12 and 17 of the Java Language Specification on what happens before what.
 */
package corpus.race.jls;
