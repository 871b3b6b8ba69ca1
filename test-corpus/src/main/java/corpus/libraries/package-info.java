/**
 * What the test suites of real libraries do under the race detector, held against a reader's
 * labels.
 */
package corpus.libraries;
