/**
 * Programs that tests run under the agent; a package of its own, for the agent's is not watched.
 */
package sample;
