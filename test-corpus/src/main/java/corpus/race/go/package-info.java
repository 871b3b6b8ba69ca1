/** The patterns of the test data of Go's race detector, written for Java. */
package corpus.race.go;
