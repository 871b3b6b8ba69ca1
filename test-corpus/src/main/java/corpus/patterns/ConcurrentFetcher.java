package corpus.patterns;

import dev.goguard.runtime.Context;
import dev.goguard.runtime.ErrGroup;
import dev.goguard.runtime.Mutex;
import dev.goguard.runtime.Semaphore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fetches pages at the same time; the first failure cancels those that have not begun. */
public final class ConcurrentFetcher {
  /** Where pages come from. */
  public interface Source {
    /** Fetches a page. */
    String fetch(String address) throws IOException;
  }

  private final Source source;
  private final Semaphore connections;
  private final Mutex mutex = new Mutex();

  /** Creates a fetcher that has so many connections open at a time. */
  public ConcurrentFetcher(Source source, int connections) {
    this.source = source;
    this.connections = new Semaphore(connections);
  }

  /** Fetches all pages, or throws what went wrong first. */
  public Map<String, String> fetchAll(Context context, List<String> addresses) throws Exception {
    Map<String, String> pages = new TreeMap<>();
    ErrGroup group = ErrGroup.withContext(context);
    for (String address : addresses) {
      group.go(() -> {
        String page = fetch(group.context(), address);
        try (var locked = mutex.locked()) {
          pages.put(address, page);
        }
      });
    }
    group.await();
    return pages;
  }

  private String fetch(Context context, String address) throws Exception {
    connections.acquire(context, 1);
    try {
      return source.fetch(address);
    } finally {
      connections.release(1);
    }
  }
}
