package dev.goguard.race.detector;

import dev.goguard.race.memory.Memory;
import dev.goguard.race.shadow.ArrayShadow;
import dev.goguard.race.shadow.ArrayTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs a trace through the detector, on one thread. */
final class Detection {
  private final ThreadIds ids;
  private final Map<Integer, ThreadState> threads = new HashMap<>();
  private final Map<String, SyncClock> clocks = new HashMap<>();
  private final Map<String, Cells> variables = new HashMap<>();
  private final List<Race> races = new ArrayList<>();

  /** The two cells of a variable. */
  static final class Cells {
    static final long READS = Memory.offset(Cells.class, "reads");
    static final long WRITES = Memory.offset(Cells.class, "writes");
    long reads;
    long writes;
  }

  /** When set, the variables are elements of this array. */
  private int[] array;

  /** As {@link #of(List, ThreadIds)}, with elements of one array as variables. */
  static List<Race> inArray(List<Event> trace, ThreadIds ids) {
    Detection detection = new Detection(ids);
    detection.array = new int[100];
    Access.reportTo(detection::element);
    for (int i = 0; i < trace.size(); i++) {
      detection.run(trace.get(i), i + 1);
    }
    return detection.races;
  }

  private void element(String name, long access, long earlier) {
    String variable = elements.get(Integer.parseInt(name.replaceAll("\\D", "")) / APART);
    races.add(new Race(variable, line(earlier), line(access)));
  }

  private static final int APART = 13;
  private final List<String> elements = new ArrayList<>();

  private void accessElement(Event event, ThreadState thread, int line) {
    if (!elements.contains(event.object())) {
      elements.add(event.object());
    }
    int index = elements.indexOf(event.object()) * APART;
    ArrayShadow shadow = ArrayTable.of(array, thread);
    switch (event.kind()) {
      case Cell.READ -> shadow.read(index, thread, line, 0);
      case Cell.WRITE -> shadow.write(index, thread, line, 0);
      default -> shadow.access(event.kind(), index, thread, line, 0);
    }
  }

  Detection(ThreadIds ids) {
    this.ids = ids;
    threads.put(1, thread(1, VectorClock.EMPTY));
  }

  /** The races that the detector finds in a trace whose first thread is 1. */
  static List<Race> of(String trace) {
    return of(trace.lines().map(Event::parse).toList(), new ThreadIds(64, 1000));
  }

  static List<Race> of(List<Event> trace, ThreadIds ids) {
    Detection detection = new Detection(ids);
    for (int i = 0; i < trace.size(); i++) {
      detection.run(trace.get(i), i + 1);
    }
    return detection.races;
  }

  private ThreadState thread(int number, VectorClock clock) {
    return new ThreadState(new ThreadInfo(number, "", ThreadInfo.Kind.PLATFORM, 0), clock, ids);
  }

  private void run(Event event, int line) {
    ThreadState thread = threads.get(event.thread());
    if (event.isAccess() && array != null) {
      accessElement(event, thread, line);
    } else if (event.isAccess()) {
      access(event, thread, line);
    } else {
      synchronize(event, thread);
    }
  }

  private void synchronize(Event event, ThreadState thread) {
    switch (event.operation()) {
      case "fork" ->
        threads.put(event.otherThread(), thread(event.otherThread(), thread.released()));
      case "join" -> thread.learn(threads.get(event.otherThread()).released());
      case "end" -> thread.end();
      case "acq" -> clock(event).acquire(thread);
      case "rel" -> clock(event).release(thread);
      case "merge" -> clock(event).releaseMerge(thread);
      case "rmw" -> clock(event).acquireRelease(thread);
      default -> throw new IllegalArgumentException(event.toString());
    }
  }

  private SyncClock clock(Event event) {
    return clocks.computeIfAbsent(event.object(), key -> new SyncClock());
  }

  /** As instrumented code and the slow path do; the line is the calling context. */
  private void access(Event event, ThreadState thread, int line) {
    Cells cells = variables.computeIfAbsent(event.object(), key -> new Cells());
    int kind = event.kind();
    if (kind == Cell.READ && !isRepeated(cells, thread, true)) {
      FastTrack.read(cells, Cells.READS, Cells.WRITES, thread, line, 0);
    } else if (kind == Cell.WRITE && !isRepeated(cells, thread, false)) {
      FastTrack.write(cells, Cells.READS, Cells.WRITES, thread, line, 0);
    } else if (kind >= Cell.ATOMIC_READ) {
      FastTrack.atomic(cells, Cells.READS, Cells.WRITES, thread, kind, line, 0);
    }
    collect(event.object(), thread.races);
  }

  private static boolean isRepeated(Cells cells, ThreadState thread, boolean read) {
    return Cell.sameEpoch(cells.writes, thread.epoch)
        || read && Cell.sameEpoch(cells.reads, thread.epoch)
        || read && ReadPlaces.has(cells.reads, thread.epoch);
  }

  private void collect(String variable, RaceBuffer found) {
    for (int i = 0; i < found.size(); i++) {
      races.add(new Race(variable, line(found.earlier(i)), line(found.access())));
    }
    found.clear();
  }

  private static int line(long cell) {
    return LINES.computeIfAbsent(Cell.context(cell), Detection::lineOf);
  }

  private static final Map<Integer, Integer> LINES = new HashMap<>();

  private static int lineOf(int context) {
    ThreadState any = new ThreadState(
        new ThreadInfo(0, "", ThreadInfo.Kind.PLATFORM, 0), VectorClock.EMPTY, new ThreadIds(1, 1));
    int line = 1;
    while (any.contextNumber(line, 0) != context) {
      line++;
    }
    return line;
  }
}
