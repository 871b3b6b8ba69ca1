/**
 * Programs whose comments say what must be found; every line without such a comment must stay
 * silent.
 */
package corpus;
