package dev.goguard.benchmarks.runtime;

/** The rows of the table. */
enum Row {
  SPAWN("spawn + run", Shape.SPAWN, 100_000, 1, 0),
  SPAWN_JOIN("spawn + join", Shape.SPAWN_JOIN, 20_000, 1, 0),
  UNBUFFERED("unbuffered, 1 pair (Jox: Rendezvous)", Shape.PAIRS, 100_000, 1, 0),
  UNBUFFERED_1000("unbuffered, 1000 pairs", Shape.PAIRS, 200_000, 1000, 0),
  BUFFERED_1("buffered(1), 1 pair", Shape.PAIRS, 100_000, 1, 1),
  BUFFERED_16("buffered(16), 1 pair (Jox: Buffered)", Shape.PAIRS, 400_000, 1, 16),
  BUFFERED_100("buffered(100), 1 pair (Jox: Buffered)", Shape.PAIRS, 400_000, 1, 100),
  SAME_GOROUTINE("send + receive in one goroutine", Shape.SAME_GOROUTINE, 1_000_000, 1, 16),
  SHARED_4X4("4 x 4 on one channel(16)", Shape.SHARED, 200_000, 4, 16),
  CHAIN_1000("chain of 1000, unbuffered", Shape.CHAIN, 200_000, 1000, 0),
  SELECT_2("select, 2 cases (Jox: Select)", Shape.SELECT, 100_000, 2, 0),
  SELECT_8("select, 8 cases", Shape.SELECT, 100_000, 8, 0),
  MUTEX_2("mutex, 2 goroutines", Shape.MUTEX, 1_000_000, 2, 0),
  MUTEX_100("mutex, 100 goroutines", Shape.MUTEX, 1_000_000, 100, 0),
  COUNTER_MUTEX("counter of 8, by mutex", Shape.MUTEX, 1_000_000, 8, 0),
  COUNTER_CHANNEL("counter of 8, by channel", Shape.COUNTER, 100_000, 8, 0),
  FAN_OUT("WaitGroup fan-out, 1000 at a time", Shape.FAN_OUT, 100_000, 1000, 0),
  YIELD("yield, 8 goroutines", Shape.YIELD, 400_000, 8, 0),
  PARKED("bytes per parked goroutine, channel included", Shape.PARKED, 1_000_000, 1, 0),
  JOX_SELECT_1("Jox: Select, 1 case", Shape.SELECT, 100_000, 1, 0),
  JOX_CHAINED_0("Jox: Chained, 10000 unbuffered", Shape.CHAIN, 2_000_000, 10_000, 0),
  JOX_CHAINED_16("Jox: Chained, 10000 of 16", Shape.CHAIN, 2_000_000, 10_000, 16),
  JOX_CHAINED_100("Jox: Chained, 10000 of 100", Shape.CHAIN, 2_000_000, 10_000, 100),
  JOX_PARALLEL_0("Jox: Parallel, 10000 unbuffered", Shape.PAIRS, 2_000_000, 10_000, 0),
  JOX_PARALLEL_16("Jox: Parallel, 10000 of 16", Shape.PAIRS, 2_000_000, 10_000, 16),
  JOX_PARALLEL_100("Jox: Parallel, 10000 of 100", Shape.PAIRS, 2_000_000, 10_000, 100);

  private final String title;
  private final Load load;

  Row(String title, Shape shape, int operations, int width, int capacity) {
    this.title = title;
    this.load = new Load(shape, operations, width, capacity);
  }

  String title() {
    return title;
  }

  Load load() {
    return load;
  }
}
