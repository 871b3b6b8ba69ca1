package corpus.rules.spawn;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.ErrGroup;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.WaitGroup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A task that runs later sees the loop's variable as a later turn left it. */
final class LoopVariableCapture {
  private LoopVariableCapture() {}

  // ---- bad ----

  static void cellAdvancedByTheLoop() {
    int[] attempt = {0};
    while (attempt[0] < 3) {
      // BUG: LoopVariableCapture: attempt
      Thread.startVirtualThread(() -> print("attempt " + attempt[0]));
      attempt[0]++;
    }
  }

  static final class FieldAsLoopVariable {
    private int row;

    void printAll() {
      for (row = 0; row < 4; row++) {
        // BUG: LoopVariableCapture: row
        Thread.ofVirtual().start(() -> print("row " + row));
      }
    }
  }

  static final class FieldReadByAnAnonymousClass {
    private String current;

    void deliver(List<String> recipients, ExecutorService pool) {
      for (String recipient : recipients) {
        current = recipient;
        // BUG: LoopVariableCapture: current
        pool.execute(new Runnable() {
          @Override
          public void run() {
            print("to " + current);
          }
        });
      }
    }
  }

  static void atomicAsLoopVariable() {
    for (AtomicInteger shard = new AtomicInteger(); shard.get() < 4; shard.incrementAndGet()) {
      // BUG: LoopVariableCapture: shard
      new Thread(() -> print("shard " + shard.get())).start();
    }
  }

  static void referenceSetInEachTurn(ExecutorService pool) {
    AtomicReference<String> region = new AtomicReference<>();
    for (String name : List.of("eu", "us", "ap")) {
      region.set(name);
      // BUG: LoopVariableCapture: region
      pool.submit(() -> print("region " + region.get()));
    }
  }

  static final class Page {
    int number;

    void load() {
      print("page " + number);
    }
  }

  static void holderReusedAcrossTurns(ExecutorService pool) {
    Page page = new Page();
    for (int n = 0; n < 10; n++) {
      page.number = n;
      // BUG: LoopVariableCapture: page
      pool.submit(() -> print("page " + page.number));
    }
  }

  static void methodReferenceBoundToTheReusedHolder(ExecutorService pool) {
    Page page = new Page();
    for (int n = 0; n < 10; n++) {
      page.number = n;
      // BUG: LoopVariableCapture: page
      pool.submit(page::load);
    }
  }

  static void iteratorAdvancedByTheTask(List<String> names, ExecutorService pool) {
    Iterator<String> it = names.iterator();
    while (it.hasNext()) {
      // BUG: LoopVariableCapture: it
      pool.execute(() -> print(it.next()));
    }
  }

  static void rowReadByTheTask(ResultSet rows, ExecutorService pool) throws SQLException {
    while (rows.next()) {
      // BUG: LoopVariableCapture: rows
      pool.submit(() -> rows.getString(1));
    }
  }

  static void builderEmptiedInEachTurn(List<String> names) {
    StringBuilder line = new StringBuilder();
    for (String name : names) {
      line.setLength(0);
      line.append("hello ").append(name);
      // BUG: LoopVariableCapture: line
      CompletableFuture.runAsync(() -> print(line.toString()));
    }
  }

  static void bufferRefilledByRead(InputStream in, ExecutorService pool) throws IOException {
    byte[] buffer = new byte[4096];
    int length;
    while ((length = in.read(buffer)) > 0) {
      int count = length;
      // BUG: LoopVariableCapture: buffer
      pool.execute(() -> parse(buffer, count));
    }
  }

  static void byteBufferCleared(ReadableByteChannel in, ExecutorService pool) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(4096);
    while (in.read(chunk) >= 0) {
      chunk.flip();
      // BUG: LoopVariableCapture: chunk
      pool.submit(() -> print("bytes " + chunk.remaining()));
      chunk.clear();
    }
  }

  static void batchClearedAfterTheHandOver(List<String> records, ExecutorService pool) {
    List<String> batch = new ArrayList<>();
    for (String item : records) {
      batch.add(item);
      if (batch.size() == 100) {
        // BUG: LoopVariableCapture: batch
        pool.submit(() -> store(batch));
        batch.clear();
      }
    }
  }

  record PrintCell(int[] cell) implements Runnable {
    @Override
    public void run() {
      print("cell " + cell[0]);
    }
  }

  static void cellPassedToANamedTask(ExecutorService pool) {
    int[] position = {0};
    for (; position[0] < 8; position[0]++) {
      // BUG: LoopVariableCapture: position
      pool.submit(new PrintCell(position));
    }
  }

  static void later(Runnable task) {
    Thread.ofVirtual().start(task);
  }

  static void spawnedByAMethodInBetween() {
    int[] step = {0};
    while (step[0] < 3) {
      // BUG: LoopVariableCapture: step
      later(() -> print("step " + step[0]));
      step[0]++;
    }
  }

  static void advance(int[] cell) {
    cell[0]++;
  }

  static void advancedByAMethodInBetween(ExecutorService pool) {
    int[] offset = {0};
    while (offset[0] < 3) {
      // BUG: LoopVariableCapture: offset
      pool.submit(() -> print("offset " + offset[0]));
      advance(offset);
    }
  }

  static void scheduledForLater(ScheduledExecutorService timer) {
    long[] delay = {1};
    do {
      // BUG: LoopVariableCapture: delay
      timer.schedule(() -> print("after " + delay[0]), delay[0], TimeUnit.SECONDS);
      delay[0] *= 2;
    } while (delay[0] < 60);
  }

  static void joinedOnlyAfterTheLoop() {
    int[] shard = {0};
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      while (shard[0] < 4) {
        // BUG: LoopVariableCapture: shard
        pool.submit(() -> print("shard " + shard[0]));
        shard[0]++;
      }
    }
  }

  static void resultsCollectedAfterTheLoop() {
    List<CompletableFuture<String>> answers = new ArrayList<>();
    int[] question = {0};
    while (question[0] < 5) {
      // BUG: LoopVariableCapture: question
      answers.add(CompletableFuture.supplyAsync(() -> "answer " + question[0]));
      question[0]++;
    }
    answers.forEach(CompletableFuture::join);
  }

  static void goroutinePerStep() {
    int[] step = {0};
    WaitGroup steps = new WaitGroup();
    while (step[0] < 3) {
      // BUG: LoopVariableCapture: step
      steps.go(() -> print("step " + step[0]));
      step[0]++;
    }
    steps.await();
  }

  static final class Poller {
    private String latest;

    void forward(Chan<String> in, Chan<String> out, ErrGroup group) throws Exception {
      for (String value : in) {
        latest = value;
        // BUG: LoopVariableCapture: latest
        group.go(() -> out.send(latest));
      }
      group.await();
    }
  }

  static void bufferReusedForGoroutines(InputStream in) throws IOException {
    byte[] header = new byte[16];
    for (int n = 0; n < 4; n++) {
      int count = in.read(header);
      // BUG: LoopVariableCapture: header
      Go.go(() -> parse(header, count));
    }
  }

  static void startedByATimer(Timer timer) {
    int[] beat = {0};
    for (; beat[0] < 3; beat[0]++) {
      // BUG: LoopVariableCapture: beat
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              print("beat " + beat[0]);
            }
          },
          100);
    }
  }

  static void lambdaKeptInALocal(ExecutorService pool) {
    int[] index = {0};
    while (index[0] < 3) {
      Runnable task = () -> print("index " + index[0]);
      // BUG: LoopVariableCapture: index
      pool.execute(task);
      index[0]++;
    }
  }

  static void writtenThroughAnAlias(ExecutorService pool) {
    int[] step = {0};
    int[] alias = step;
    while (alias[0] < 3) {
      // BUG: LoopVariableCapture: step
      pool.submit(() -> print("step " + step[0]));
      alias[0]++;
    }
  }

  // ---- good ----

  static final class LazyText {
    private final byte[] bytes;
    private String text;

    LazyText(byte[] bytes) {
      this.bytes = bytes;
    }

    String text() {
      if (text == null) {
        text = Arrays.toString(bytes);
      }
      return text;
    }
  }

  static void filledInByItself(ExecutorService pool, LazyText event, List<String> listeners) {
    for (String listener : listeners) {
      if (event.text().contains(listener)) {
        pool.execute(() -> print(listener + event.text()));
      }
    }
  }

  static final class StartedFromAField {
    private final Sender[] senders = new Sender[4];
    private InputStream input;
    private Receiver receiver;

    void startAll(AtomicInteger sent) {
      for (int i = 0; i < senders.length; i++) {
        senders[i] = new Sender(sent);
        senders[i].start();
      }
    }

    void receive(BlockingQueue<InputStream> connections) throws InterruptedException {
      for (int i = 0; i < 4; i++) {
        input = connections.take();
        receiver = new Receiver(input);
        receiver.start();
      }
    }
  }

  private static final class Sender extends Thread {
    private final AtomicInteger sent;

    Sender(AtomicInteger sent) {
      this.sent = sent;
    }

    @Override
    public void run() {
      print("sent " + sent.incrementAndGet());
    }
  }

  private static final class Receiver extends Thread {
    private final InputStream in;

    Receiver(InputStream in) {
      this.in = in;
    }

    @Override
    public void run() {
      try {
        print("read " + in.read());
      } catch (IOException e) {
        print(e.getMessage());
      }
    }
  }

  static void copyPerTurn(ExecutorService pool) {
    int[] attempt = {0};
    while (attempt[0] < 3) {
      int current = attempt[0];
      pool.submit(() -> print("attempt " + current)); // its own copy
      attempt[0]++;
    }
  }

  static void loopVariableOfForEach(List<String> names, ExecutorService pool) {
    for (String name : names) {
      pool.submit(() -> print(name)); // a new variable in each turn
    }
  }

  static void threadJoinedBeforeTheNextTurn() throws InterruptedException {
    int[] attempt = {0};
    while (attempt[0] < 3) {
      Thread thread = new Thread(() -> print("attempt " + attempt[0]));
      thread.start();
      thread.join(); // the task is over before the cell moves on
      attempt[0]++;
    }
  }

  static void futureAwaitedInTheTurn(InputStream in, ExecutorService pool)
      throws IOException, ExecutionException, InterruptedException {
    byte[] buffer = new byte[4096];
    for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
      int count = n;
      Future<?> parsed = pool.submit(() -> parse(buffer, count));
      parsed.get(); // the buffer is free again
    }
  }

  static void stageJoinedInTheTurn() {
    int[] step = {0};
    while (step[0] < 3) {
      CompletableFuture.runAsync(() -> print("step " + step[0])).join();
      step[0]++;
    }
  }

  static void executorClosedInTheTurn() {
    int[] round = {0};
    while (round[0] < 3) {
      try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
        pool.submit(() -> print("round " + round[0]));
        pool.submit(() -> print("again " + round[0]));
      } // waits for both
      round[0]++;
    }
  }

  static void invokeAllReturnsWhenTheTasksAreDone(ExecutorService pool)
      throws InterruptedException {
    int[] round = {0};
    while (round[0] < 3) {
      Callable<String> task = () -> "round " + round[0];
      pool.invokeAll(List.of(task, task));
      round[0]++;
    }
  }

  static void lambdaRunAtOnce(List<String> names) {
    int[] index = {0};
    names.forEach(name -> print(name + " is number " + index[0]++)); // on this thread
    while (index[0] > 0) {
      names.forEach(name -> print(name + index[0]));
      index[0]--;
    }
  }

  static void mappingFunctionRunAtOnce(Map<String, Integer> ids, List<String> names) {
    Map<String, Integer> known = new ConcurrentHashMap<>(ids);
    int[] next = {0};
    for (String name : names) {
      next[0]++;
      known.computeIfAbsent(name, key -> next[0]); // called before computeIfAbsent returns
    }
  }

  static void runnableCalledDirectly() {
    int[] step = {0};
    while (step[0] < 3) {
      Runnable task = () -> print("step " + step[0]);
      task.run(); // no thread involved
      step[0]++;
    }
  }

  static void builderCreatedInTheBody(List<String> names) {
    for (String name : names) {
      StringBuilder line = new StringBuilder();
      line.append("hello ").append(name);
      CompletableFuture.runAsync(() -> print(line.toString())); // one builder per turn
    }
  }

  static void bufferCopiedForTheTask(InputStream in, ExecutorService pool) throws IOException {
    byte[] buffer = new byte[4096];
    int length;
    while ((length = in.read(buffer)) > 0) {
      byte[] copy = Arrays.copyOf(buffer, length);
      pool.execute(() -> parse(copy, copy.length));
    }
  }

  static void rowReadBeforeTheTask(ResultSet rows, ExecutorService pool) throws SQLException {
    while (rows.next()) {
      String name = rows.getString(1);
      pool.submit(() -> print(name));
    }
  }

  static void nextTakenBeforeTheTask(List<String> names, ExecutorService pool) {
    Iterator<String> it = names.iterator();
    while (it.hasNext()) {
      String name = it.next();
      pool.execute(() -> print(name));
    }
  }

  static void batchReplacedInsteadOfCleared(List<String> records, ExecutorService pool) {
    List<String> batch = new ArrayList<>();
    for (String item : records) {
      batch.add(item);
      if (batch.size() == 100) {
        List<String> full = batch;
        pool.submit(() -> store(full)); // the loop goes on with another list
        batch = new ArrayList<>();
      }
    }
  }

  static final class FieldNotWrittenInTheLoop {
    private final String prefix = "row ";

    void printAll(ExecutorService pool) {
      for (int row = 0; row < 4; row++) {
        int number = row;
        pool.submit(() -> print(prefix + number));
      }
    }
  }

  static void gaugeOfTasksInFlight(List<String> names, ExecutorService pool) {
    AtomicInteger inFlight = new AtomicInteger();
    for (String name : names) {
      inFlight.incrementAndGet();
      pool.submit(() -> {
        print(name);
        inFlight.decrementAndGet(); // counts the tasks, does not tell them apart
      });
    }
  }

  static void queueFilledByTheLoop(List<String> names, BlockingQueue<String> queue) {
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      for (String name : names) {
        queue.add(name);
        pool.submit(() -> queue.take()); // each task takes one; which does not matter
      }
    }
  }

  static void loopLeftAfterTheSpawn(BlockingQueue<String> queue) throws InterruptedException {
    int[] polls = {0};
    while (true) {
      polls[0]++;
      if (queue.poll(1, TimeUnit.SECONDS) != null) {
        Thread.startVirtualThread(() -> print("after " + polls[0] + " polls"));
        return; // no further turn writes
      }
    }
  }

  static void cellWrittenOnlyBeforeTheLoop(ExecutorService pool) {
    int[] limit = {0};
    limit[0] = Runtime.getRuntime().availableProcessors();
    for (int n = 0; n < 4; n++) {
      pool.submit(() -> print("limit " + limit[0]));
    }
  }

  static void awaitedInTheTurn() {
    int[] step = {0};
    while (step[0] < 3) {
      WaitGroup turn = new WaitGroup();
      turn.go(() -> print("step " + step[0]));
      turn.await();
      step[0]++;
    }
  }

  static void answeredOverAChannelInTheTurn() {
    int[] step = {0};
    Chan<String> answers = Chan.make();
    while (step[0] < 3) {
      Go.go(() -> answers.send("step " + step[0]));
      print(answers.receive()); // the goroutine has read the cell
      step[0]++;
    }
  }

  static void valueOfTheChannelPerTurn(Chan<String> in) {
    WaitGroup printed = new WaitGroup();
    for (String value : in) {
      printed.go(() -> print(value)); // a new variable in each turn
    }
    printed.await();
  }

  static void threadsJoinedBeforeTheWrite(List<String> names) throws InterruptedException {
    StringBuilder line = new StringBuilder();
    for (String name : names) {
      line.append(name);
      Thread left = Thread.startVirtualThread(() -> print("left " + line));
      Thread right = Thread.startVirtualThread(() -> print("right " + line));
      left.join();
      right.join();
      line.setLength(0); // both are over
    }
  }

  static void taskBuiltFromTheValue(ExecutorService pool) {
    int[] index = {0};
    while (index[0] < 3) {
      pool.execute(printer(index[0])); // the argument is a copy
      index[0]++;
    }
  }

  private static Runnable printer(int index) {
    return () -> print("index " + index);
  }

  static void synchronizedListOfAllTurns(List<String> names, ExecutorService pool) {
    List<String> log = Collections.synchronizedList(new ArrayList<>());
    for (String name : names) {
      log.add("start " + name);
      pool.submit(() -> log.add("end " + name)); // made to be shared, and not of one turn
    }
  }

  // ---- misses ----

  static void startedTogetherAfterTheLoop(ExecutorService pool) throws InterruptedException {
    List<Callable<String>> tasks = new ArrayList<>();
    int[] shard = {0};
    while (shard[0] < 4) {
      // MISS: the task is stored in a list; the spawn after the loop is not linked to this turn
      tasks.add(() -> "shard " + shard[0]);
      shard[0]++;
    }
    pool.invokeAll(tasks);
  }

  private static void print(String text) {
    System.out.println(text);
  }

  private static void parse(byte[] bytes, int length) {
    System.out.println(new String(bytes, 0, length));
  }

  private static void store(List<String> records) {
    System.out.println(records);
  }
}
