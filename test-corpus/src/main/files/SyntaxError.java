package corpus.files;

import java.util.concurrent.locks.Lock;

/** Half a file, as an editor saves it in the middle of a word. */
final class SyntaxError {
  private final Lock lock;

  void transfer(int amount) {
    lock.lock();
    if (amount < 0 {
      return;
    }
    lock.unlock(
