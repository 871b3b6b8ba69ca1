package dev.goguard.analysis.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Runs recursive code on a thread with a deep stack: source can nest deeper than a default stack
 * allows.
 */
final class DeepStack {
  /**
   * Bytes; twice the front end's, so that a file that is too deep fails there, by name. Only what
   * is used is ever mapped.
   */
  private static final long SIZE = 1L << 30;

  private DeepStack() {}

  static <T> T call(Supplier<T> code) {
    var result = new CompletableFuture<T>();
    Runnable task = () -> {
      try {
        result.complete(code.get());
      } catch (Throwable t) {
        result.completeExceptionally(t);
      }
    };
    new Thread(null, task, "goguard-analysis", SIZE).start();
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      } else if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }
}
