/**
 * Goroutines, channels, select, sync and context for Java, with Go's semantics, on the JDK alone.
 */
module dev.goguard.runtime {
  exports dev.goguard.runtime;
}
