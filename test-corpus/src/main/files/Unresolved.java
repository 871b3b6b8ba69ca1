package corpus.files;

import com.example.missing.Client;
import com.example.missing.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Half of its types are unknown; what is known is still analysed. */
final class Unresolved extends com.example.missing.Base {
  private final Lock lock = new ReentrantLock();
  private final List<Reply> replies = new ArrayList<>();

  boolean send(Client client, String text) {
    // BUG: LockNotReleased: lock
    lock.lock();
    Reply reply = client.send(text);
    if (reply.failed()) {
      return false;
    }
    replies.add(reply);
    lock.unlock();
    return true;
  }

  void sendSafely(Client client, String text) {
    lock.lock();
    try {
      replies.add(client.send(text));
    } finally {
      lock.unlock();
    }
  }
}
