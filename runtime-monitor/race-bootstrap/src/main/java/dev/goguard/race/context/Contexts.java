package dev.goguard.race.context;

import dev.goguard.race.memory.SpinLock;
import java.util.Arrays;

/**
 * Numbers each pair of calling context and access site, and keeps the stack of its first sighting.
 *
 * <p>A calling context is 64 bits that each call in instrumented code computes from its caller's
 * and its own site (Bond and McKinley, Probabilistic Calling Context, OOPSLA 2007). A stack is
 * walked once per number, however often the access is made. The locks held belong to the number, so
 * a report can tell them for both accesses.
 *
 * <p>A program that recurses, or whose callers are very many, must not fill the memory with stacks.
 * Beyond {@link #PER_SITE} numbers at one site, or {@link #IN_ALL}, an access gets the number of
 * its site alone, whose stack has one frame: it is true, but says that the callers are not known.
 */
public final class Contexts {
  /** The bits of a number. */
  public static final int BITS = 22;

  static final int PER_SITE = 1 << 10;
  static final int IN_ALL = 1 << 18;

  private static final long SITE_ALONE = 0x5DEECE66DL;
  private static final SpinLock LOCK = new SpinLock();
  private static final ContextTable TABLE = new ContextTable();
  private static Context[] contexts = new Context[512];
  private static int[] perSite = new int[1024];
  private static int count = 1;
  private static int withoutCallers;

  private Contexts() {}

  /**
   * The number of an access at {@code site} in a method that was entered in {@code context}; site 0
   * stands for the call that {@code context} was computed for.
   */
  public static int intern(ContextCache cache, HeldLocks locks, long context, int site) {
    long key = key(context, site, locks.hash());
    int number = cache.find(key);
    if (number == 0) {
      number = TABLE.find(key);
      number = number != 0 ? number : add(key, locks, site);
      cache.put(key, number);
    }
    return number;
  }

  /** As {@link #intern}, or 0 when the cache does not have it; runs no code of others. */
  public static int find(ContextCache cache, HeldLocks locks, long context, int site) {
    return cache.find(key(context, site, locks.hash()));
  }

  private static long key(long context, int site, long locks) {
    long key = context + site * 0xC2B2AE3D27D4EB4FL + locks * 0x9E3779B97F4A7C15L;
    return (key ^ key >>> 32) * 0xD6E8FEB86659FD93L | 1;
  }

  private static int add(long key, HeldLocks locks, int site) {
    if (isFull(site)) {
      long alone = key(SITE_ALONE, site, 0);
      int number = TABLE.find(alone);
      return number != 0 ? number : add(alone, new Context(site, new Throwable(), false, NONE));
    }
    return add(key, new Context(site, new Throwable(), true, locks.describe()));
  }

  private static final HeldLock[] NONE = {};

  /** Read without the lock: a few numbers more than the bound do no harm. */
  private static boolean isFull(int site) {
    int[] counts = perSite;
    return count >= IN_ALL || site != 0 && site < counts.length && counts[site] >= PER_SITE;
  }

  private static int add(long key, Context context) {
    LOCK.lock();
    try {
      int number = TABLE.find(key);
      return number != 0 || count >> BITS != 0 ? number : addNew(key, context);
    } finally {
      LOCK.unlock();
    }
  }

  private static int addNew(long key, Context context) {
    if (count == contexts.length) {
      contexts = Arrays.copyOf(contexts, count * 2);
    }
    if (context.site >= perSite.length) {
      perSite = Arrays.copyOf(perSite, context.site * 2);
    }
    contexts[count] = context;
    perSite[context.site]++;
    withoutCallers += context.callersKnown() ? 0 : 1;
    TABLE.add(key, count);
    return count++;
  }

  private static Context of(int number) {
    LOCK.lock();
    try {
      return contexts[number];
    } finally {
      LOCK.unlock();
    }
  }

  /** The frames of a calling context, without the detector's own, or none when it is unknown. */
  public static StackTraceElement[] stack(int number) {
    Context context = of(number);
    return context == null ? new StackTraceElement[0] : context.frames();
  }

  /** Whether {@link #stack} has all frames, not just the first. */
  public static boolean callersKnown(int number) {
    Context context = of(number);
    return context != null && context.callersKnown();
  }

  /** The locks held at an access, the last acquired first. */
  public static HeldLock[] locks(int number) {
    Context context = of(number);
    return context == null ? NONE : context.locks();
  }

  /** The site of an access, or 0. */
  public static int site(int number) {
    Context context = of(number);
    return context == null ? 0 : context.site;
  }

  /** How many numbers are in use. */
  public static int size() {
    return count - 1;
  }

  /** How many of them stand for a site whose callers are not known. */
  public static int withoutCallers() {
    return withoutCallers;
  }

  /** About how many bytes they take: a stack of 40 frames is about a thousand. */
  public static long bytes() {
    return TABLE.bytes() + 1024L * count;
  }
}
