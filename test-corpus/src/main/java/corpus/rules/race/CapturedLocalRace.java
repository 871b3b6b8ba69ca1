package corpus.rules.race;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.ErrGroup;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.Mutex;
import dev.goguard.runtime.Select;
import dev.goguard.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A local that several threads write without agreeing on an order. */
final class CapturedLocalRace {
  private CapturedLocalRace() {}

  // ---- bad ----

  static int counterCell() {
    int[] charged = {0};
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      for (int n = 0; n < 100; n++) {
        // BUG: CapturedLocalRace: charged
        pool.submit(() -> charged[0]++);
      }
    }
    return charged[0];
  }

  static long sumOnVirtualThreads() throws InterruptedException {
    List<Thread> started = new ArrayList<>();
    long[] sum = new long[1];
    for (int n = 0; n < 8; n++) {
      int part = n;
      // BUG: CapturedLocalRace: sum
      started.add(Thread.startVirtualThread(() -> sum[0] += weight(part)));
    }
    for (Thread thread : started) {
      thread.join();
    }
    return sum[0];
  }

  static List<String> listFilledByThePool(ExecutorService pool)
      throws ExecutionException, InterruptedException {
    List<String> names = new ArrayList<>();
    List<Future<?>> pending = new ArrayList<>();
    for (int n = 0; n < 10; n++) {
      String name = "name " + n;
      // BUG: CapturedLocalRace: names
      pending.add(pool.submit(() -> names.add(name)));
    }
    for (Future<?> one : pending) {
      one.get();
    }
    return names;
  }

  static Map<String, Integer> mapFilledByThreads() throws InterruptedException {
    Map<String, Integer> lengths = new HashMap<>();
    CountDownLatch filled = new CountDownLatch(3);
    for (String word : List.of("one", "two", "three")) {
      new Thread(() -> {
            try {
              // BUG: CapturedLocalRace: lengths
              lengths.put(word, word.length());
            } finally {
              filled.countDown();
            }
          })
          .start();
    }
    filled.await();
    return lengths;
  }

  static Map<String, Integer> countsMerged(ExecutorService pool, int tasks) {
    Map<String, Integer> counts = new HashMap<>();
    for (int n = 0; n < tasks; n++) {
      pool.execute(() -> {
        String key = Thread.currentThread().getName();
        // BUG: CapturedLocalRace: counts
        counts.merge(key, 1, Integer::sum);
      });
    }
    return counts;
  }

  static String textAppended() {
    StringBuilder text = new StringBuilder();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      // BUG: CapturedLocalRace: text
      threads.submit(() -> text.append("left"));
      threads.submit(() -> text.append("right"));
    }
    return text.toString();
  }

  static final class Total {
    int value;

    void add(int amount) {
      value += amount;
    }
  }

  static int fieldOfAHolder() {
    Total total = new Total();
    List<CompletableFuture<Void>> pending = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      int amount = n;
      // BUG: CapturedLocalRace: total
      pending.add(CompletableFuture.runAsync(() -> total.value += amount));
    }
    pending.forEach(CompletableFuture::join);
    return total.value;
  }

  static int methodOfAHolder(ExecutorService pool) {
    Total total = new Total();
    for (int n = 0; n < 4; n++) {
      int amount = n;
      // BUG: CapturedLocalRace: total
      pool.submit(() -> total.add(amount));
    }
    return 0;
  }

  static int[] twoSpawns() throws InterruptedException {
    int[] balance = {100};
    // BUG: CapturedLocalRace: balance
    Thread deposit = Thread.ofVirtual().start(() -> balance[0] += 50);
    Thread withdrawal = Thread.ofVirtual().start(() -> balance[0] -= 50);
    deposit.join();
    withdrawal.join();
    return balance;
  }

  static int spawnerReadsTooEarly() throws InterruptedException {
    int[] answer = new int[1];
    // BUG: CapturedLocalRace: answer
    Thread thread = Thread.startVirtualThread(() -> answer[0] = weight(42));
    int early = answer[0];
    thread.join();
    return early;
  }

  static List<String> spawnerWritesToo(ExecutorService pool)
      throws ExecutionException, InterruptedException {
    List<String> lines = new ArrayList<>();
    // BUG: CapturedLocalRace: lines
    Future<?> header = pool.submit(() -> lines.add("header"));
    lines.add("body");
    header.get();
    return lines;
  }

  static void flagPolledByTheSpawner() {
    boolean[] ready = new boolean[1];
    Thread.startVirtualThread(() -> {
      print("preparing");
      // BUG: CapturedLocalRace: ready
      ready[0] = true;
    });
    while (!ready[0]) {
      Thread.onSpinWait();
    }
  }

  static Set<String> anonymousClass(ExecutorService pool) {
    Set<String> seen = new HashSet<>();
    for (int n = 0; n < 4; n++) {
      pool.execute(new Runnable() {
        @Override
        public void run() {
          // BUG: CapturedLocalRace: seen
          seen.add(Thread.currentThread().getName());
        }
      });
    }
    return seen;
  }

  record Collect(List<String> found) implements Runnable {
    @Override
    public void run() {
      // BUG: CapturedLocalRace: found
      found.add(Thread.currentThread().getName());
    }
  }

  static List<String> namedTask(ExecutorService pool) {
    List<String> found = new ArrayList<>();
    pool.submit(new Collect(found));
    pool.submit(new Collect(found));
    return found;
  }

  private static void increment(int[] cell) {
    cell[0]++;
  }

  static void writtenByAMethodOfTheTask(ExecutorService pool) {
    int[] handled = {0};
    for (int n = 0; n < 4; n++) {
      // BUG: CapturedLocalRace: handled
      pool.execute(() -> increment(handled));
    }
  }

  static void twoDifferentLocks(ExecutorService pool) {
    int[] stock = {10};
    Object left = new Object();
    Object right = new Object();
    pool.execute(() -> {
      synchronized (left) {
        // BUG: CapturedLocalRace: stock
        stock[0]--;
      }
    });
    pool.execute(() -> {
      synchronized (right) {
        stock[0]--;
      }
    });
  }

  static void aLockOfItsOwnForEachTask(ExecutorService pool) {
    int[] stock = {10};
    for (int n = 0; n < 4; n++) {
      pool.execute(() -> {
        Lock lock = new ReentrantLock();
        lock.lock();
        try {
          // BUG: CapturedLocalRace: stock
          stock[0]--;
        } finally {
          lock.unlock();
        }
      });
    }
  }

  static int lockHeldByTheTasksOnly(ExecutorService pool) {
    int[] pending = {0};
    Object guard = new Object();
    for (int n = 0; n < 4; n++) {
      pool.execute(() -> {
        synchronized (guard) {
          // BUG: CapturedLocalRace: pending
          pending[0]++;
        }
      });
    }
    return pending[0];
  }

  static int[] slotChosenByAHash(List<String> words) {
    int[] histogram = new int[16];
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String word : words) {
        // BUG: CapturedLocalRace: histogram
        threads.submit(() -> histogram[word.length() % 16]++);
      }
    }
    return histogram;
  }

  static void invokeAllOfTwoWriters(ExecutorService pool) throws InterruptedException {
    int[] votes = {0};
    // BUG: CapturedLocalRace: votes
    Callable<Integer> yes = () -> votes[0]++;
    Callable<Integer> no = () -> votes[0]--;
    pool.invokeAll(List.of(yes, no));
  }

  static int counterOfGoroutines() {
    int[] charged = {0};
    WaitGroup charges = new WaitGroup();
    for (int n = 0; n < 10; n++) {
      // BUG: CapturedLocalRace: charged
      charges.go(() -> charged[0]++);
    }
    charges.await();
    return charged[0];
  }

  static List<String> listOfGoroutines(ErrGroup group) throws Exception {
    List<String> answers = new ArrayList<>();
    // BUG: CapturedLocalRace: answers
    group.go(() -> answers.add("left"));
    group.go(() -> answers.add("right"));
    group.await();
    return answers;
  }

  static String readBeforeTheGoroutineIsDone() {
    StringBuilder text = new StringBuilder();
    // BUG: CapturedLocalRace: text
    Go.go(() -> text.append("late"));
    return text.toString();
  }

  static Map<String, Integer> mutexOfOneSideOnly(Mutex mutex, WaitGroup counted) {
    Map<String, Integer> counts = new HashMap<>();
    counted.go(() -> {
      try (Mutex.Locked held = mutex.locked()) {
        // BUG: CapturedLocalRace: counts
        counts.put("with", held.hashCode());
      }
    });
    counted.go(() -> counts.put("without", 1));
    counted.await();
    return counts;
  }

  static long taskOfTheCommonPool() {
    long[] sum = {0};
    for (int n = 0; n < 4; n++) {
      int part = n;
      ForkJoinPool.commonPool().execute(() -> {
        // BUG: CapturedLocalRace: sum
        sum[0] = sum[0] + weight(part);
      });
    }
    return sum[0];
  }

  static List<String> oneLambdaStartedSeveralTimes(ExecutorService pool) {
    List<String> names = new ArrayList<>();
    // BUG: CapturedLocalRace: names
    Runnable collect = () -> names.add(Thread.currentThread().getName());
    for (int n = 0; n < 4; n++) {
      pool.execute(collect);
    }
    return names;
  }

  // ---- good ----

  static void bothHalvesOfOneLock(ExecutorService pool, List<String> accounts) {
    ReadWriteLock lock = new ReentrantReadWriteLock();
    Map<String, Integer> balances = new HashMap<>();
    for (String account : accounts) {
      pool.submit(() -> {
        lock.readLock().lock();
        try {
          print(account + balances.get(account));
        } finally {
          lock.readLock().unlock();
        }
        lock.writeLock().lock();
        try {
          balances.put(account, 0);
        } finally {
          lock.writeLock().unlock();
        }
      });
    }
  }

  static final class Envelope {
    private boolean open;

    Envelope copy() {
      Envelope copy = new Envelope();
      copy.open = open;
      return copy;
    }

    void open() {
      open = true;
    }
  }

  static void copyForEachTask(ExecutorService pool, List<String> addresses) {
    Envelope envelope = new Envelope();
    for (String address : addresses) {
      pool.execute(() -> {
        print(address);
        envelope.copy().open();
      });
    }
  }

  static void newBatchForEachTask(ExecutorService pool, List<String> orders) {
    for (int next = 0; next < orders.size(); ) {
      List<String> batch = new ArrayList<>();
      while (batch.size() < 10 && next < orders.size()) {
        batch.add(orders.get(next++));
      }
      pool.submit(() -> batch.removeIf(String::isEmpty));
    }
  }

  static void takenBackWhenRejected(ExecutorService pool, List<String> late) {
    List<String> batch = new ArrayList<>();
    try {
      pool.submit(() -> batch.removeIf(String::isEmpty));
    } catch (RejectedExecutionException e) {
      batch.addAll(late);
    }
  }

  static int counterUnderOneLock(ExecutorService pool) {
    int[] charged = {0};
    Object guard = new Object();
    for (int n = 0; n < 4; n++) {
      pool.execute(() -> {
        synchronized (guard) {
          charged[0]++;
        }
      });
    }
    synchronized (guard) {
      return charged[0];
    }
  }

  static void listUnderAReentrantLock(ExecutorService pool) {
    List<String> names = new ArrayList<>();
    Lock lock = new ReentrantLock();
    for (int n = 0; n < 4; n++) {
      pool.execute(() -> {
        lock.lock();
        try {
          names.add("name");
        } finally {
          lock.unlock();
        }
      });
    }
  }

  static void listIsItsOwnMonitor(ExecutorService pool) {
    List<String> names = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      pool.execute(() -> {
        synchronized (names) {
          addTwice(names); // the helper runs under the caller's lock
        }
      });
    }
  }

  private static void addTwice(List<String> names) {
    names.add("once");
    names.add("twice");
  }

  static int atomicCounter(ExecutorService pool) {
    AtomicInteger charged = new AtomicInteger();
    LongAdder bytes = new LongAdder();
    for (int n = 0; n < 4; n++) {
      pool.execute(() -> {
        charged.incrementAndGet();
        bytes.add(10);
      });
    }
    return charged.get();
  }

  static Map<String, Integer> concurrentMap(ExecutorService pool) {
    Map<String, Integer> counts = new ConcurrentHashMap<>();
    for (int n = 0; n < 4; n++) {
      pool.execute(() -> counts.merge("all", 1, Integer::sum));
    }
    return counts;
  }

  static List<String> synchronizedWrapper(ExecutorService pool) {
    List<String> names = Collections.synchronizedList(new ArrayList<>());
    List<String> copies = new CopyOnWriteArrayList<>();
    StringBuffer text = new StringBuffer();
    for (int n = 0; n < 4; n++) {
      pool.execute(() -> {
        names.add("name");
        copies.add("name");
        text.append("name");
      });
    }
    return names;
  }

  static int[] slotPerTask() {
    int[] results = new int[8];
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      for (int n = 0; n < results.length; n++) {
        int slot = n;
        pool.submit(() -> results[slot] = weight(slot)); // each task has a slot of its own
      }
    }
    return results;
  }

  static int singleWriterJoined() throws InterruptedException {
    int[] answer = new int[1];
    Thread thread = Thread.startVirtualThread(() -> answer[0] = weight(42));
    thread.join();
    return answer[0];
  }

  static int singleWriterAwaited(ExecutorService pool)
      throws ExecutionException, InterruptedException {
    List<String> lines = new ArrayList<>();
    Future<?> header = pool.submit(() -> lines.add("header"));
    header.get();
    lines.add("body"); // the task is over
    return lines.size();
  }

  static int singleWriterJoinedByTheStage() {
    int[] answer = new int[1];
    CompletableFuture.runAsync(() -> answer[0] = weight(42)).join();
    return answer[0];
  }

  static int singleWriterBehindALatch(ExecutorService pool) throws InterruptedException {
    int[] answer = new int[1];
    CountDownLatch written = new CountDownLatch(1);
    pool.execute(() -> {
      answer[0] = 42;
      written.countDown();
    });
    written.await(); // everything before countDown is visible now
    return answer[0];
  }

  static int oneTaskAfterTheOther() throws InterruptedException {
    int[] balance = {100};
    Thread deposit = Thread.startVirtualThread(() -> balance[0] += 50);
    deposit.join();
    Thread withdrawal = Thread.startVirtualThread(() -> balance[0] -= 50);
    withdrawal.join();
    return balance[0];
  }

  static int joinedInTheLoop() throws InterruptedException {
    int[] rounds = {0};
    for (int n = 0; n < 3; n++) {
      Thread thread = new Thread(() -> rounds[0]++);
      thread.start();
      thread.join();
    }
    return rounds[0];
  }

  static int singleThreadExecutor() {
    int[] handled = {0};
    try (ExecutorService one = Executors.newSingleThreadExecutor()) {
      for (int n = 0; n < 10; n++) {
        one.submit(() -> handled[0]++); // one after the other
      }
    }
    return handled[0];
  }

  static int singleTaskBeforeClose() {
    StringBuilder text = new StringBuilder();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.submit(() -> text.append("only one"));
    }
    return text.length();
  }

  static void confinedToTheTask(ExecutorService pool) {
    for (int n = 0; n < 4; n++) {
      pool.execute(() -> {
        List<String> own = new ArrayList<>();
        own.add("mine");
        print(own.toString());
      });
    }
  }

  static void newObjectPerTurn(ExecutorService pool) {
    for (int n = 0; n < 4; n++) {
      int[] own = {n};
      pool.execute(() -> own[0]++); // one cell, one task
    }
  }

  static void publishedBeforeTheSpawn(ExecutorService pool) {
    List<String> names = new ArrayList<>();
    names.add("written before the tasks exist");
    for (int n = 0; n < 4; n++) {
      pool.execute(() -> print(names.get(0)));
    }
  }

  static int lambdasRunAtOnce(List<String> words) {
    int[] letters = {0};
    Map<String, Integer> lengths = new HashMap<>();
    words.forEach(word -> letters[0] += word.length());
    words.forEach(word -> lengths.computeIfAbsent(word, key -> letters[0]++));
    return letters[0];
  }

  static List<String> copyForTheTask(List<String> words, ExecutorService pool) {
    List<String> copy = new ArrayList<>(words);
    pool.execute(() -> copy.add("private to the task from here on"));
    return words;
  }

  static String handedOverByAQueue(ExecutorService pool) throws InterruptedException {
    BlockingQueue<String> done = new SynchronousQueue<>();
    StringBuilder text = new StringBuilder();
    pool.submit(() -> {
      text.append("written before the hand-over");
      done.put("done");
      return null;
    });
    done.take();
    return text.toString();
  }

  static int counterUnderAMutex() {
    int[] charged = {0};
    Mutex mutex = new Mutex();
    WaitGroup charges = new WaitGroup();
    for (int n = 0; n < 10; n++) {
      charges.go(() -> {
        mutex.lock();
        try {
          charged[0]++;
        } finally {
          mutex.unlock();
        }
      });
    }
    charges.await();
    return charged[0];
  }

  static Map<String, Integer> mapUnderALockedScope(WaitGroup counted) {
    Map<String, Integer> counts = new HashMap<>();
    Mutex mutex = new Mutex();
    for (int n = 0; n < 10; n++) {
      counted.go(() -> {
        try (Mutex.Locked held = mutex.locked()) {
          counts.merge("all", 1, Integer::sum);
        }
      });
    }
    counted.await();
    return counts;
  }

  static int singleGoroutineAwaited() {
    int[] answer = new int[1];
    WaitGroup done = new WaitGroup();
    done.go(() -> answer[0] = weight(42));
    done.await();
    return answer[0];
  }

  static String handedOverByAChannel() {
    StringBuilder text = new StringBuilder();
    Chan<Boolean> written = Chan.make();
    Go.go(() -> {
      text.append("written before the send");
      written.send(true);
    });
    written.receive();
    return text.toString();
  }

  static String closedAfterTheWrite() {
    StringBuilder text = new StringBuilder();
    Chan<Boolean> written = Chan.make();
    Go.go(() -> {
      text.append("written before the close");
      written.close();
    });
    written.receive();
    return text.toString();
  }

  static String[] slotPerGoroutine(List<String> names) throws Exception {
    String[] answers = new String[names.size()];
    ErrGroup group = new ErrGroup();
    for (int n = 0; n < names.size(); n++) {
      int slot = n;
      group.go(() -> answers[slot] = names.get(slot));
    }
    group.await();
    return answers;
  }

  static int lastTaskOfSeveral() throws InterruptedException {
    int[] sum = {0};
    Thread first = new Thread(() -> sum[0] += 1);
    first.start();
    first.join();
    sum[0] += 10; // between two tasks, alone
    Thread second = new Thread(() -> sum[0] += 100);
    second.start();
    second.join();
    return sum[0];
  }

  static List<String> resultsReturned(List<Callable<String>> tasks, ExecutorService pool)
      throws ExecutionException, InterruptedException {
    List<String> results = new ArrayList<>();
    for (Future<String> one : pool.invokeAll(tasks)) {
      results.add(one.get()); // only the caller touches the list
    }
    return results;
  }

  static int stagesOneAfterTheOther() {
    int[] total = {0};
    CompletableFuture.runAsync(() -> total[0]++).thenRunAsync(() -> total[0]++).join();
    return total[0];
  }

  private static void locked(Lock lock, Runnable code) {
    lock.lock();
    try {
      code.run();
    } finally {
      lock.unlock();
    }
  }

  static void underTheLockOfAMethod(ExecutorService pool, Lock lock) {
    List<String> names = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      pool.submit(() -> locked(lock, () -> names.add("name")));
    }
  }

  static void oneThingAtATime(ExecutorService pool) {
    int[] charged = {0};
    Semaphore turn = new Semaphore(1);
    for (int n = 0; n < 4; n++) {
      pool.submit(() -> {
        turn.acquireUninterruptibly();
        try {
          charged[0]++;
        } finally {
          turn.release();
        }
      });
    }
  }

  static void aChannelAsALock() {
    int[] charged = {0};
    Chan<Boolean> turn = Chan.make(1);
    for (int n = 0; n < 4; n++) {
      Go.go(() -> {
        turn.send(true);
        charged[0]++;
        turn.receive();
      });
    }
  }

  static void readInTheCaseOfASelect() {
    int[] answer = {0};
    Chan<Boolean> done = Chan.make();
    Go.go(() -> {
      answer[0] = weight(2);
      done.close();
    });
    Select.of(done.onReceive(nothing -> print("answer " + answer[0]))).run();
  }

  static void anObjectOfItsOwnForEachTask() {
    Total[] totals = new Total[4];
    for (int n = 0; n < totals.length; n++) {
      totals[n] = new Total();
      Total own = totals[n];
      Thread.startVirtualThread(() -> own.value++);
    }
  }

  // ---- misses ----

  static List<Integer> parallelStream(List<Integer> numbers) {
    List<Integer> even = new ArrayList<>();
    // MISS: the body of a parallel stream is not seen as several tasks
    numbers.parallelStream().filter(n -> n % 2 == 0).forEach(even::add);
    return even;
  }

  static void throughAnAlias(ExecutorService pool) {
    int[] cell = {0};
    List<int[]> cells = Arrays.asList(cell, cell);
    for (int[] one : cells) {
      // MISS: both elements are the same array
      pool.execute(() -> one[0]++);
    }
  }

  static void indexUsedTwice(ExecutorService pool) {
    int[] slots = new int[4];
    for (int n = 0; n < 8; n++) {
      int slot = n / 2;
      // MISS: an index copied from the loop variable counts as one slot per task
      pool.execute(() -> slots[slot]++);
    }
  }

  static void lockPerTurn(ExecutorService pool) {
    int[] cell = {0};
    for (int n = 0; n < 8; n++) {
      Object own = new Object();
      pool.execute(() -> {
        synchronized (own) {
          // MISS: every task locks an object of its own
          cell[0]++;
        }
      });
    }
  }

  static int joinThatMayTimeOut() throws InterruptedException {
    int[] cell = {0};
    Thread thread = new Thread(() -> cell[0]++);
    thread.start();
    thread.join(10);
    // MISS: a join counts, even when its time ran out
    cell[0]++;
    return cell[0];
  }

  static void sharedIterator(ExecutorService pool, List<String> names) {
    Iterator<String> left = names.iterator();
    for (int n = 0; n < 4; n++) {
      // MISS: next() is not known to change the iterator
      pool.execute(() -> print(left.next()));
    }
  }

  static void twoPermits(ExecutorService pool) {
    Semaphore permits = new Semaphore(2);
    int[] cell = {0};
    for (int n = 0; n < 8; n++) {
      pool.execute(() -> {
        permits.acquireUninterruptibly();
        // MISS: a permit counts as a lock, however many there are
        cell[0]++;
        permits.release();
      });
    }
  }

  private static int weight(int part) {
    return part * 7;
  }

  private static void print(String text) {
    System.out.println(text);
  }
}
