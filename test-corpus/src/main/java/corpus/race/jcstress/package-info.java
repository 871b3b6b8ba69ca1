/** Patterns of access modes; a plain variable of two unordered actors is a race. */
package corpus.race.jcstress;
