package corpus.rules.spawn;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.goguard.runtime.Chan;
import dev.goguard.runtime.ErrGroup;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.WaitGroup;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** As many threads as somebody outside cares to ask for. */
final class UnboundedSpawn {
  private static final int RETRIES = 3;

  private UnboundedSpawn() {}

  // ---- bad ----

  static void threadPerConnection(ServerSocket server) throws IOException {
    while (true) {
      Socket socket = server.accept();
      // BUG: UnboundedSpawn: loop
      new Thread(() -> serve(socket)).start();
    }
  }

  static void virtualThreadPerConnection(ServerSocket server) throws IOException {
    while (!server.isClosed()) {
      Socket socket = server.accept();
      // BUG: UnboundedSpawn: loop
      Thread.startVirtualThread(() -> serve(socket));
    }
  }

  static void executorOfVirtualThreads(BlockingQueue<String> queue) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      while (true) {
        String message = queue.take();
        // BUG: UnboundedSpawn: loop
        threads.submit(() -> print(message));
      }
    }
  }

  static final class CachedPool {
    private final ExecutorService pool = Executors.newCachedThreadPool();

    void consume(BlockingQueue<String> queue) throws InterruptedException {
      for (; ; ) {
        String message = queue.take();
        // BUG: UnboundedSpawn: loop
        pool.execute(() -> print(message));
      }
    }
  }

  /** The permit limits who works, not how many threads wait for it. */
  static void permitTakenByTheTask(ServerSocket server, Semaphore permits) throws IOException {
    while (true) {
      Socket socket = server.accept();
      // BUG: UnboundedSpawn: loop
      Thread.ofVirtual().start(() -> {
        permits.acquireUninterruptibly();
        try {
          serve(socket);
        } finally {
          permits.release();
        }
      });
    }
  }

  static void permitTakenOnceBeforeTheLoop(BlockingQueue<String> queue, Semaphore permits)
      throws InterruptedException {
    permits.acquire();
    while (true) {
      String message = queue.take();
      // BUG: UnboundedSpawn: loop
      Thread.startVirtualThread(() -> print(message));
    }
  }

  static void answerOfTryAcquireIgnored(BlockingQueue<String> queue, Semaphore permits)
      throws InterruptedException {
    while (true) {
      String message = queue.take();
      permits.tryAcquire();
      // BUG: UnboundedSpawn: loop
      Thread.startVirtualThread(() -> print(message));
    }
  }

  static void threadPerElement(Collection<String> messages) {
    for (String message : messages) {
      // BUG: UnboundedSpawn: loop
      Thread.startVirtualThread(() -> print(message));
    }
  }

  static void threadPerElementByForEach(List<String> messages) {
    // BUG: UnboundedSpawn: loop
    messages.forEach(message -> Thread.ofVirtual().start(() -> print(message)));
  }

  static void stagePerElementOnVirtualThreads(List<String> messages) {
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());
    for (String message : messages) {
      // BUG: UnboundedSpawn: loop
      CompletableFuture.runAsync(() -> print(message), threads);
    }
  }

  static final class ThreadPerRequest implements HttpHandler {
    @Override
    public void handle(HttpExchange exchange) {
      // BUG: UnboundedSpawn: handle
      Thread.startVirtualThread(() -> answer(exchange));
    }
  }

  static final class Node {
    final List<Node> children = new ArrayList<>();
  }

  static void visit(Node node) {
    for (Node child : node.children) {
      // BUG: UnboundedSpawn: visit
      Thread.startVirtualThread(() -> visit(child));
    }
  }

  static void retryForever(String message) {
    // BUG: UnboundedSpawn: retryForever
    new Thread(() -> {
          print(message);
          retryForever(message);
          retryForever(message);
        })
        .start();
  }

  static void spawnedByAMethodOfTheLoop(ServerSocket server) throws IOException {
    while (true) {
      Socket socket = server.accept();
      // BUG: UnboundedSpawn: loop
      dispatch(socket);
    }
  }

  private static void dispatch(Socket socket) {
    Thread thread = new Thread(() -> serve(socket));
    thread.setDaemon(true);
    thread.start();
  }

  static final class Connection extends Thread {
    private final Socket socket;

    Connection(Socket socket) {
      this.socket = socket;
    }

    @Override
    public void run() {
      serve(socket);
    }
  }

  static void subclassOfThread(ServerSocket server) throws IOException {
    while (!Thread.currentThread().isInterrupted()) {
      // BUG: UnboundedSpawn: loop
      new Connection(server.accept()).start();
    }
  }

  static void goroutinePerMessage(Chan<String> messages) {
    for (String message : messages) {
      // BUG: UnboundedSpawn: loop
      Go.go(() -> print(message));
    }
  }

  static void goroutinePerConnection(ServerSocket server, WaitGroup open) throws IOException {
    while (true) {
      Socket socket = server.accept();
      // BUG: UnboundedSpawn: loop
      open.go(() -> serve(socket));
    }
  }

  static void slotTakenByTheGoroutine(Chan<String> messages, Chan<Boolean> slots) {
    for (String message : messages) {
      // BUG: UnboundedSpawn: loop
      Go.go(() -> {
        slots.send(true);
        print(message);
        slots.receive();
      });
    }
  }

  static void handlerGivenAsALambda(HttpServer server) {
    server.createContext(
        "/pay",
        // BUG: UnboundedSpawn: handle
        exchange -> Thread.startVirtualThread(() -> answer(exchange)));
  }

  static void threadOfAFactory(ServerSocket server, ThreadFactory factory) throws IOException {
    while (true) {
      Socket socket = server.accept();
      // BUG: UnboundedSpawn: loop
      factory.newThread(() -> serve(socket)).start();
    }
  }

  static void threadOfABuilder(ServerSocket server) throws IOException {
    Thread.Builder builder = Thread.ofVirtual().name("connection-", 0);
    while (true) {
      Socket socket = server.accept();
      // BUG: UnboundedSpawn: loop
      builder.start(() -> serve(socket));
    }
  }

  static void threadKeptInALocal(ServerSocket server) throws IOException {
    while (true) {
      Socket socket = server.accept();
      Thread thread = new Thread(() -> serve(socket));
      thread.setDaemon(true);
      // BUG: UnboundedSpawn: loop
      thread.start();
    }
  }

  // ---- good ----

  static void permitTakenByTheLoop(ServerSocket server, Semaphore permits)
      throws IOException, InterruptedException {
    while (true) {
      Socket socket = server.accept();
      permits.acquire(); // the loop itself waits
      Thread.startVirtualThread(() -> {
        try {
          serve(socket);
        } finally {
          permits.release();
        }
      });
    }
  }

  static void rejectedWithoutAPermit(ServerSocket server, Semaphore permits) throws IOException {
    while (true) {
      Socket socket = server.accept();
      if (permits.tryAcquire()) {
        Thread.startVirtualThread(() -> {
          try {
            serve(socket);
          } finally {
            permits.release();
          }
        });
      } else {
        socket.close();
      }
    }
  }

  static void timedPermit(BlockingQueue<String> queue, Semaphore permits)
      throws InterruptedException {
    while (true) {
      String message = queue.take();
      if (!permits.tryAcquire(1, TimeUnit.SECONDS)) {
        continue;
      }
      Thread.startVirtualThread(() -> {
        try {
          print(message);
        } finally {
          permits.release();
        }
      });
    }
  }

  static void fixedPool(ServerSocket server) throws IOException {
    try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        pool.submit(() -> serve(socket)); // eighteen threads, whatever comes
      }
    }
  }

  static void boundedQueue(BlockingQueue<String> queue) throws InterruptedException {
    ExecutorService pool = new ThreadPoolExecutor(
        4,
        16,
        1,
        TimeUnit.MINUTES,
        new ArrayBlockingQueue<>(100),
        new ThreadPoolExecutor.CallerRunsPolicy());
    while (true) {
      String message = queue.take();
      pool.execute(() -> print(message));
    }
  }

  static void commonPool(List<String> messages) {
    for (String message : messages) {
      CompletableFuture.runAsync(() -> print(message)); // as many threads as processors
    }
  }

  static void constantLoop(BlockingQueue<String> queue) {
    for (int n = 0; n < 4; n++) {
      Thread.startVirtualThread(() -> print(queue.poll()));
    }
  }

  static void workersByParameter(int workers, BlockingQueue<String> queue) {
    for (int n = 0; n < workers; n++) {
      Thread.ofVirtual().name("worker-", n).start(() -> print(queue.poll()));
    }
  }

  static void threadPerMemberOfAFixedList() {
    for (String region : List.of("eu", "us", "ap")) {
      Thread.startVirtualThread(() -> print(region));
    }
  }

  static final class ThreadPerConfiguredListener {
    private final List<Runnable> listeners = new ArrayList<>();

    void start() {
      for (Runnable listener : listeners) {
        Thread.startVirtualThread(listener); // as many as this class registered
      }
    }
  }

  static void limitedRetries() {
    int attempt = 0;
    while (attempt < RETRIES) {
      Thread.startVirtualThread(() -> print("ping"));
      attempt++;
    }
  }

  static void joinedInTheTurn(BlockingQueue<String> queue) throws InterruptedException {
    while (true) {
      String message = queue.take();
      Thread worker = Thread.startVirtualThread(() -> print(message));
      worker.join(); // one at a time
    }
  }

  static void futureAwaitedInTheTurn(BlockingQueue<String> queue)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      while (true) {
        String message = queue.take();
        threads.submit(() -> print(message)).get();
      }
    }
  }

  static void fanOutJoinedByClose(List<String> messages) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String message : messages) {
        threads.submit(() -> print(message));
      }
    } // waits for all of them
  }

  static void fanOutJoinedByGet(List<String> messages, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    List<Future<?>> pending = new ArrayList<>();
    for (String message : messages) {
      pending.add(threads.submit(() -> print(message)));
    }
    for (Future<?> one : pending) {
      one.get();
    }
  }

  static void fanOutJoinedByThreads(List<String> messages) throws InterruptedException {
    List<Thread> started = new ArrayList<>();
    for (String message : messages) {
      started.add(Thread.startVirtualThread(() -> print(message)));
    }
    for (Thread thread : started) {
      thread.join();
    }
  }

  static void fanOutJoinedByLatch(List<String> messages) throws InterruptedException {
    CountDownLatch printed = new CountDownLatch(messages.size());
    for (String message : messages) {
      Thread.startVirtualThread(() -> {
        try {
          print(message);
        } finally {
          printed.countDown();
        }
      });
    }
    printed.await();
  }

  static void threadsThatExistAlready(List<Thread> created) {
    for (Thread thread : created) {
      thread.start(); // whoever created them set their number
    }
  }

  static void loopLeftAfterTheSpawn(ServerSocket server) throws IOException {
    while (true) {
      Socket socket = server.accept();
      if (socket.isConnected()) {
        Thread.startVirtualThread(() -> serve(socket));
        return; // one thread at most
      }
    }
  }

  static final class Sum extends RecursiveTask<Long> {
    private static final long serialVersionUID = 1;
    private final transient Node node;

    Sum(Node node) {
      this.node = node;
    }

    @Override
    protected Long compute() {
      List<Sum> parts = new ArrayList<>();
      for (Node child : node.children) {
        Sum part = new Sum(child);
        part.fork(); // a task of the pool, not a thread
        parts.add(part);
      }
      return parts.stream().mapToLong(Sum::join).sum() + 1;
    }
  }

  static void depthLimited(Node node, int depth) throws InterruptedException {
    if (depth == 0) {
      return;
    }
    List<Thread> started = new ArrayList<>();
    for (Node child : node.children) {
      started.add(Thread.startVirtualThread(() -> descend(child, depth - 1)));
    }
    for (Thread thread : started) {
      thread.join(); // the caller waits, the depth shrinks
    }
  }

  private static void descend(Node node, int depth) {
    try {
      depthLimited(node, depth);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void acceptLoopOnOneThread(ServerSocket server) {
    Thread.startVirtualThread(() -> {
      while (!server.isClosed()) {
        serveNext(server); // the loop is in the task, the spawn is not in the loop
      }
    });
  }

  static void slotTakenByTheLoop(Chan<String> messages) {
    Chan<Boolean> slots = Chan.make(8);
    for (String message : messages) {
      slots.send(true); // blocks while eight goroutines run
      Go.go(() -> {
        try {
          print(message);
        } finally {
          slots.receive();
        }
      });
    }
  }

  static void goroutinesAwaited(List<String> messages) {
    WaitGroup printed = new WaitGroup();
    for (String message : messages) {
      printed.go(() -> print(message));
    }
    printed.await();
  }

  static void errorGroupAwaited(List<String> messages) throws Exception {
    ErrGroup group = new ErrGroup();
    for (String message : messages) {
      group.go(() -> print(message));
    }
    group.await();
  }

  static void fixedNumberOfGoroutines(int workers, Chan<String> messages) {
    for (int n = 0; n < workers; n++) {
      Go.go(() -> {
        for (String message : messages) {
          print(message);
        }
      });
    }
  }

  static void handlerThatDoesTheWorkItself(HttpServer server) {
    server.setExecutor(Executors.newFixedThreadPool(16));
    server.createContext("/pay", exchange -> answer(exchange)); // on a thread of the server
  }

  static void permitTakenByAMethodOfTheLoop(ServerSocket server, Semaphore permits)
      throws IOException, InterruptedException {
    while (true) {
      Socket socket = server.accept();
      awaitTurn(permits);
      Thread.startVirtualThread(() -> {
        try {
          serve(socket);
        } finally {
          permits.release();
        }
      });
    }
  }

  private static void awaitTurn(Semaphore permits) throws InterruptedException {
    permits.acquire();
  }

  // ---- misses ----

  static void threadPerTick(ScheduledExecutorService timer) {
    Runnable tick = () -> print("tick");
    // MISS: a periodic task is not treated as a loop
    timer.scheduleAtFixedRate(() -> Thread.startVirtualThread(tick), 1, 1, TimeUnit.SECONDS);
  }

  static void executorOfAnUnknownKind(ServerSocket server, ExecutorService pool)
      throws IOException {
    while (true) {
      Socket socket = server.accept();
      // MISS: the caller may pass a bounded pool or an unbounded one
      pool.submit(() -> serve(socket));
    }
  }

  static void poolWithoutALimit(ServerSocket server) throws IOException {
    ExecutorService pool =
        new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.MINUTES, new SynchronousQueue<>());
    while (true) {
      Socket socket = server.accept();
      // MISS: the greatest number of threads is not read from the constructor
      pool.submit(() -> serve(socket));
    }
  }

  static void poolMadeElsewhere(ServerSocket server) throws IOException {
    ExecutorService pool = threadPerTask();
    while (true) {
      Socket socket = server.accept();
      // MISS: which pool a method returns is not looked up
      pool.submit(() -> serve(socket));
    }
  }

  private static ExecutorService threadPerTask() {
    return Executors.newVirtualThreadPerTaskExecutor();
  }

  static void forkBomb() {
    // MISS: each task starts two of its kind, without a loop
    Thread.startVirtualThread(() -> forkBomb());
    Thread.startVirtualThread(() -> forkBomb());
  }

  static void executorPerTurn(ServerSocket server) throws IOException {
    while (true) {
      Socket socket = server.accept();
      // MISS: each pool has one thread, but there is a pool per turn
      Executors.newSingleThreadExecutor().submit(() -> serve(socket));
    }
  }

  static void endlessStream(BlockingQueue<String> messages) {
    // MISS: a stream is not seen as a loop
    Stream.generate(messages::poll).forEach(m -> Thread.startVirtualThread(() -> print(m)));
  }

  private static void serveNext(ServerSocket server) {
    try {
      serve(server.accept());
    } catch (IOException e) {
      print(e.getMessage());
    }
  }

  private static void serve(Socket socket) {
    print("serving " + socket);
  }

  private static void answer(HttpExchange exchange) {
    print("answering " + exchange.getRequestURI());
  }

  private static void print(String text) {
    System.out.println(text);
  }
}
