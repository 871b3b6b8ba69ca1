/** Where and how often tasks are started, and what they take along. */
package corpus.rules.spawn;
