package corpus.files;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Saved as ISO-8859-1: Zürich, Orléans, Málaga. */
final class Latin1 {
  private final Lock lock = new ReentrantLock();
  private String größe = "groß";

  boolean wechsle(String neu) {
    // BUG: LockNotReleased: lock
    lock.lock();
    if (neu.equals(größe)) {
      return false;
    }
    größe = neu;
    lock.unlock();
    return true;
  }
}
