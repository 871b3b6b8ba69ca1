/** Memory that several tasks use without an order. */
package corpus.rules.race;
