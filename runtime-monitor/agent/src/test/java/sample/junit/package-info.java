/** Test classes that are run in a JVM of their own; their names hide them from the build. */
package sample.junit;
