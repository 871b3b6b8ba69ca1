/** Locks taken and given back. */
package corpus.rules.lock;
