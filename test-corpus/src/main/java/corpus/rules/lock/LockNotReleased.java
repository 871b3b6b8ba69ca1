package corpus.rules.lock;

import dev.goguard.runtime.Go;
import dev.goguard.runtime.Mutex;
import dev.goguard.runtime.RWMutex;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** A lock that some path keeps stops every later thread. */
final class LockNotReleased {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock other = new ReentrantLock();
  private final ReadWriteLock rates = new ReentrantReadWriteLock();
  private final StampedLock stamped = new StampedLock();
  private final Condition filled = lock.newCondition();
  private final Map<String, Integer> balances = new HashMap<>();
  private final Deque<String> queue = new ArrayDeque<>();
  private int count;

  // ---- bad ----

  boolean returnWithTheLock(String account, int amount) {
    // BUG: LockNotReleased: lock
    lock.lock();
    if (!balances.containsKey(account)) {
      return false;
    }
    balances.merge(account, amount, Integer::sum);
    lock.unlock();
    return true;
  }

  void throwWithTheLock(int amount) {
    // BUG: LockNotReleased: lock
    lock.lock();
    if (amount < 0) {
      throw new IllegalArgumentException("negative amount");
    }
    count += amount;
    lock.unlock();
  }

  void callThatThrows(String order) {
    // BUG: LockNotReleased: lock
    lock.lock();
    charge(order);
    lock.unlock();
  }

  String unlockAtTheEndOfTheTry(Path file) {
    // BUG: LockNotReleased: lock
    lock.lock();
    try {
      String text = Files.readString(file);
      lock.unlock();
      return text;
    } catch (IOException e) {
      return "";
    }
  }

  void unlockInOneBranch(boolean commit) {
    // BUG: LockNotReleased: lock
    lock.lock();
    if (commit) {
      count++;
      lock.unlock();
    }
  }

  void lockedTwiceUnlockedOnce() {
    // BUG: LockNotReleased: lock
    lock.lock();
    lock.lock();
    try {
      count++;
    } finally {
      lock.unlock();
    }
  }

  boolean tryLockWithoutUnlock() {
    // BUG: LockNotReleased: lock
    if (lock.tryLock()) {
      count++;
      return true;
    }
    return false;
  }

  boolean timedTryLock(String order) throws InterruptedException {
    // BUG: LockNotReleased: lock
    if (!lock.tryLock(1, TimeUnit.SECONDS)) {
      return false;
    }
    charge(order);
    lock.unlock();
    return true;
  }

  void interruptibly(String order) throws InterruptedException {
    // BUG: LockNotReleased: lock
    lock.lockInterruptibly();
    if (order.isEmpty()) {
      return;
    }
    lock.unlock();
  }

  Integer readLockKept(String account) {
    // BUG: LockNotReleased: rates
    rates.readLock().lock();
    Integer balance = balances.get(account);
    if (balance == null) {
      return 0;
    }
    rates.readLock().unlock();
    return balance;
  }

  void theOtherHalfUnlocked(String account) {
    // BUG: LockNotReleased: rates
    rates.readLock().lock();
    try {
      print(account);
    } finally {
      rates.writeLock().unlock();
    }
  }

  void stampKept(String order) {
    // BUG: LockNotReleased: stamped
    long stamp = stamped.writeLock();
    charge(order);
    stamped.unlockWrite(stamp);
  }

  void continueWithTheLock(List<String> orders) {
    for (String order : orders) {
      // BUG: LockNotReleased: lock
      lock.lock();
      if (order.isEmpty()) {
        continue;
      }
      count++;
      lock.unlock();
    }
  }

  void secondLockForgotten(String order) {
    lock.lock();
    try {
      // BUG: LockNotReleased: other
      other.lock();
      charge(order);
      other.unlock();
    } finally {
      lock.unlock();
    }
  }

  void finallyUnderAWrongCondition(String order) {
    boolean charged = false;
    // BUG: LockNotReleased: lock
    lock.lock();
    try {
      charge(order);
      charged = true;
    } finally {
      if (charged) {
        lock.unlock();
      }
    }
  }

  void switchWithAForgottenCase(String kind) {
    // BUG: LockNotReleased: lock
    lock.lock();
    switch (kind) {
      case "card":
        count++;
        lock.unlock();
        break;
      case "cash":
        count--;
        break;
      default:
        lock.unlock();
        break;
    }
  }

  void insideATask(ExecutorService pool, String order) {
    pool.submit(() -> {
      // BUG: LockNotReleased: lock
      lock.lock();
      charge(order);
      lock.unlock();
    });
  }

  Callable<Integer> insideAnAnonymousClass(boolean busy) {
    return new Callable<>() {
      @Override
      public Integer call() {
        // BUG: LockNotReleased: lock
        lock.lock();
        if (busy) {
          return 0;
        }
        lock.unlock();
        return 1;
      }
    };
  }

  static final class NeverUnlocked {
    private final Lock gate = new ReentrantLock();
    private int entries;

    void enter() {
      // BUG: LockNotReleased: gate
      gate.lock();
      entries++;
    }
  }

  static final class Wrapper {
    private final Lock inner = new ReentrantLock();

    void enter() {
      inner.lock(); // leave() is its other half
    }

    void leave() {
      inner.unlock();
    }
  }

  boolean wrapperNotLeft(Wrapper wrapper, String order) {
    // BUG: LockNotReleased: wrapper
    wrapper.enter();
    if (order.isEmpty()) {
      return false;
    }
    wrapper.leave();
    return true;
  }

  static final class OnGoGuard {
    private final Mutex mutex = new Mutex();
    private final RWMutex table = new RWMutex();
    private final Map<String, Integer> balances = new HashMap<>();

    boolean returnWithTheMutex(String account) {
      // BUG: LockNotReleased: mutex
      mutex.lock();
      if (balances.containsKey(account)) {
        return false;
      }
      balances.put(account, 0);
      mutex.unlock();
      return true;
    }

    void panicWithTheMutex(int amount) {
      // BUG: LockNotReleased: mutex
      mutex.lock();
      if (amount < 0) {
        throw Go.panic("negative amount");
      }
      balances.merge("all", amount, Integer::sum);
      mutex.unlock();
    }

    void mutexOfAGoroutine(String order) {
      Go.go(() -> {
        // BUG: LockNotReleased: mutex
        mutex.lock();
        charge(order);
        mutex.unlock();
      });
    }

    int readHalfKept(String account) {
      // BUG: LockNotReleased: table
      table.rlock();
      Integer balance = balances.get(account);
      if (balance == null) {
        return 0;
      }
      table.runlock();
      return balance;
    }

    boolean tryLockOfTheMutex(String order) {
      // BUG: LockNotReleased: mutex
      if (!mutex.tryLock()) {
        return false;
      }
      if (order.isEmpty()) {
        return false;
      }
      mutex.unlock();
      return true;
    }

    void scopeNeverClosed(String order) {
      // BUG: LockNotReleased: mutex
      Mutex.Locked held = mutex.locked();
      charge(order);
      held.close();
    }
  }

  Integer lockInALocal(String account) {
    Lock read = rates.readLock();
    // BUG: LockNotReleased: read
    read.lock();
    Integer balance = balances.get(account);
    if (balance == null) {
      return 0;
    }
    read.unlock();
    return balance;
  }

  String statementBetweenLockAndTry(Path file) throws IOException {
    // BUG: LockNotReleased: lock
    lock.lock();
    String text = Files.readString(file);
    try {
      print(text);
      return text;
    } finally {
      lock.unlock();
    }
  }

  int breakWithTheLock(List<String> orders) {
    for (String order : orders) {
      // BUG: LockNotReleased: lock
      lock.lock();
      if (order.isEmpty()) {
        break;
      }
      lock.unlock();
    }
    return count;
  }

  static final class BesideAPair {
    private final ReentrantLock tills = new ReentrantLock();
    private int open;

    void leaveWithTheLock(int wanted) {
      // BUG: LockNotReleased: tills
      tills.lock();
      if (wanted > open) {
        return;
      }
      open -= wanted;
      tills.unlock();
    }

    void begin() {
      tills.lock(); // commit() is its other half
    }

    void commit() {
      tills.unlock();
    }

    void keptInAFlag() throws InterruptedException {
      boolean got = false;
      try {
        got = tills.tryLock(1, TimeUnit.SECONDS);
        if (got) {
          open++;
        }
      } finally {
        if (got) {
          tills.unlock();
        }
      }
    }
  }

  // ---- good ----

  void twoCommandsInOneMethod(Map<String, Lock> locks, String command, String name) {
    Lock named = locks.get(name);
    if (command.equals("lock")) {
      named.lock();
    } else if (command.equals("unlock")) {
      named.unlock();
    }
  }

  void unlockInFinally(String order) {
    lock.lock();
    try {
      charge(order);
    } finally {
      lock.unlock();
    }
  }

  boolean returnInsideTheTry(String order) {
    lock.lock();
    try {
      if (order.isEmpty()) {
        return false; // finally unlocks here too
      }
      charge(order);
      return true;
    } finally {
      lock.unlock();
    }
  }

  void lockInsideTheTry(String order) {
    try {
      lock.lock();
      charge(order);
    } finally {
      lock.unlock();
    }
  }

  void nothingBetweenThrows() {
    lock.lock();
    count++;
    lock.unlock();
  }

  void everyBranchUnlocks(boolean commit) {
    lock.lock();
    if (commit) {
      count++;
      lock.unlock();
      print("committed");
      return;
    }
    lock.unlock();
  }

  void caughtAndUnlocked(String order) {
    lock.lock();
    try {
      charge(order);
      lock.unlock();
    } catch (Throwable t) {
      lock.unlock();
      throw t;
    }
  }

  boolean tryLockAndFinally(String order) {
    if (!lock.tryLock()) {
      return false; // not acquired, nothing to release
    }
    try {
      charge(order);
      return true;
    } finally {
      lock.unlock();
    }
  }

  void tryLockKeptInABoolean(String order) throws InterruptedException {
    boolean locked = lock.tryLock(1, TimeUnit.SECONDS);
    try {
      charge(order);
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
  }

  void tryLockUntilItWorks() {
    while (!lock.tryLock()) {
      Thread.onSpinWait();
    }
    try {
      count++;
    } finally {
      lock.unlock();
    }
  }

  void lockedOnDemand(boolean shared, String order) {
    if (shared) {
      lock.lock();
    }
    try {
      charge(order);
    } finally {
      if (shared) {
        lock.unlock(); // the same condition
      }
    }
  }

  void askedBeforeTheUnlock(String order) {
    lock.lock();
    try {
      charge(order);
    } finally {
      if (lock.isHeldByCurrentThread()) {
        lock.unlock();
      }
    }
  }

  void interruptiblyAndFinally(String order) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      charge(order);
    } finally {
      lock.unlock();
    }
  }

  String awaitUnderTheLock() throws InterruptedException {
    lock.lock();
    try {
      while (queue.isEmpty()) {
        filled.await(); // gives the lock back while it waits
      }
      return queue.poll();
    } finally {
      lock.unlock();
    }
  }

  void twiceLockedTwiceUnlocked(String order) {
    lock.lock();
    try {
      lock.lock();
      try {
        charge(order);
      } finally {
        lock.unlock();
      }
    } finally {
      lock.unlock();
    }
  }

  void writeLockDowngraded(String account) {
    rates.writeLock().lock();
    try {
      balances.put(account, 0);
      rates.readLock().lock();
    } finally {
      rates.writeLock().unlock();
    }
    try {
      print(account);
    } finally {
      rates.readLock().unlock();
    }
  }

  int optimisticReadWithFallback() {
    long stamp = stamped.tryOptimisticRead(); // locks nothing
    int seen = count;
    if (!stamped.validate(stamp)) {
      stamp = stamped.readLock();
      try {
        seen = count;
      } finally {
        stamped.unlockRead(stamp);
      }
    }
    return seen;
  }

  int stampUpgraded() {
    long stamp = stamped.readLock();
    try {
      long upgraded = stamped.tryConvertToWriteLock(stamp);
      if (upgraded != 0) {
        stamp = upgraded; // one stamp for the other
        count++;
      }
      return count;
    } finally {
      stamped.unlock(stamp);
    }
  }

  static final class Guard implements AutoCloseable {
    private final Lock held;

    Guard(Lock lock) {
      held = lock;
      held.lock(); // close() is its other half
    }

    @Override
    public void close() {
      held.unlock();
    }
  }

  void guardInTryWithResources(String order) {
    try (Guard guard = new Guard(lock)) {
      charge(order + guard);
    }
  }

  static final class Transaction {
    private final Lock ledger = new ReentrantLock();
    private int changes;

    void begin() {
      ledger.lock(); // commit() or rollback() unlocks
      changes++;
    }

    void commit() {
      print("committed " + changes);
      ledger.unlock();
    }

    void rollback() {
      changes--;
      ledger.unlock();
    }
  }

  void wrapperLeft(Wrapper wrapper, String order) {
    wrapper.enter();
    try {
      charge(order);
    } finally {
      wrapper.leave();
    }
  }

  private Lock acquired(String account) {
    Lock held = balances.containsKey(account) ? lock : other;
    held.lock();
    return held; // the caller unlocks what it gets
  }

  void unlockedByTheCaller(String account) {
    Lock held = acquired(account);
    try {
      charge(account);
    } finally {
      held.unlock();
    }
  }

  void releasedForAWhile(String order) {
    lock.lock();
    try {
      count++;
      lock.unlock();
      try {
        charge(order); // without the lock
      } finally {
        lock.lock();
      }
      count--;
    } finally {
      lock.unlock();
    }
  }

  static final class Node {
    private final Lock lock = new ReentrantLock();
    private Node next;
    private int value;
  }

  static boolean handOverHand(Node head, int wanted) {
    Node current = head;
    current.lock.lock();
    try {
      while (current.next != null) {
        Node next = current.next;
        next.lock.lock(); // the next is locked before the current is released
        current.lock.unlock();
        current = next;
        if (current.value == wanted) {
          return true;
        }
      }
      return false;
    } finally {
      current.lock.unlock();
    }
  }

  static final class Striped {
    private final Lock[] stripes = {new ReentrantLock(), new ReentrantLock()};

    void one(int key) {
      stripes[key % 2].lock();
      try {
        print("key " + key);
      } finally {
        stripes[key % 2].unlock();
      }
    }

    void lockAll() {
      for (Lock stripe : stripes) {
        stripe.lock();
      }
    }

    void unlockAll() {
      for (Lock stripe : stripes) {
        stripe.unlock();
      }
    }

    void all() {
      lockAll();
      try {
        print("all");
      } finally {
        unlockAll();
      }
    }
  }

  void forever() throws InterruptedException {
    while (true) {
      lock.lock();
      try {
        if (queue.isEmpty()) {
          continue;
        }
        print(queue.poll());
      } finally {
        lock.unlock();
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  void bothInOrder(String order) {
    lock.lock();
    try {
      other.lock();
      try {
        charge(order);
      } finally {
        other.unlock();
      }
    } finally {
      lock.unlock();
    }
  }

  static final class OnGoGuardReleased {
    private final Mutex mutex = new Mutex();
    private final RWMutex table = new RWMutex();

    void scope(String order) {
      try (Mutex.Locked held = mutex.locked()) {
        charge(order + held);
      }
    }

    void unlockInFinally(String order) {
      mutex.lock();
      try {
        charge(order);
      } finally {
        mutex.unlock();
      }
    }

    void unlockedByTheGoroutine(String order) {
      mutex.lock();
      Go.go(() -> {
        try {
          charge(order);
        } finally {
          mutex.unlock(); // Go's mutex has no owner: handing it over is legal
        }
      });
    }

    String bothHalves(String account, boolean write) {
      if (write) {
        table.lock();
        try {
          return "written " + account;
        } finally {
          table.unlock();
        }
      }
      table.rlock();
      try {
        return "read " + account;
      } finally {
        table.runlock();
      }
    }

    boolean tryLock(String order) {
      if (mutex.tryLock()) {
        try {
          charge(order);
          return true;
        } finally {
          mutex.unlock();
        }
      }
      return false;
    }
  }

  String resourcesInsideTheTry(Path file) throws IOException {
    lock.lock();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      return in.readLine();
    } finally {
      lock.unlock(); // also when the resource cannot be opened
    }
  }

  Integer lockInALocalReleased(String account) {
    Lock read = rates.readLock();
    read.lock();
    try {
      return balances.get(account);
    } finally {
      read.unlock();
    }
  }

  boolean tryLockInALoop(int attempts) throws InterruptedException {
    for (int n = 0; n < attempts; n++) {
      if (lock.tryLock(1, TimeUnit.SECONDS)) {
        try {
          count++;
          return true;
        } finally {
          lock.unlock();
        }
      }
    }
    return false;
  }

  // ---- misses ----

  void unlockedByACallbackThatMayNotCome(Callable<Boolean> callback) throws Exception {
    Runnable release = lock::unlock;
    // MISS: a release that escapes as a value is trusted to be called
    lock.lock();
    if (callback.call()) {
      release.run();
    }
  }

  void lockFromAMap(Map<String, Lock> locks, String account) {
    // MISS: what a collection holds has no identity; somebody else may unlock it
    locks.get(account).lock();
    count++;
  }

  private static void charge(String order) {
    if (order.length() > 10) {
      throw new IllegalStateException("declined: " + order);
    }
    print("charged " + order);
  }

  private static void print(String text) {
    System.out.println(text);
  }
}
