package dev.goguard.benchmarks.race;

import dev.goguard.benchmarks.race.workload.Calls;
import dev.goguard.benchmarks.race.workload.Encryption;
import dev.goguard.benchmarks.race.workload.Factorization;
import dev.goguard.benchmarks.race.workload.FanOut;
import dev.goguard.benchmarks.race.workload.FourierSeries;
import dev.goguard.benchmarks.race.workload.LinkedLists;
import dev.goguard.benchmarks.race.workload.Locks;
import dev.goguard.benchmarks.race.workload.MatrixMultiply;
import dev.goguard.benchmarks.race.workload.Molecules;
import dev.goguard.benchmarks.race.workload.Monitors;
import dev.goguard.benchmarks.race.workload.Orders;
import dev.goguard.benchmarks.race.workload.Pipeline;
import dev.goguard.benchmarks.race.workload.RayTracer;
import dev.goguard.benchmarks.race.workload.Relaxation;
import dev.goguard.benchmarks.race.workload.SearchTrees;
import dev.goguard.benchmarks.race.workload.SparseMultiply;
import dev.goguard.benchmarks.race.workload.Workload;
import java.util.function.IntFunction;

/** The rows of the table, each a program with its size. */
enum Kernel {
  FIELDS("fields: molecular dynamics", 10, true, Molecules::new),
  MATRIX("arrays: matrix multiply", 300, true, MatrixMultiply::new),
  SOR("arrays: over-relaxation", 1000, true, Relaxation::new),
  SPARSE("arrays: sparse multiply", 50_000, true, SparseMultiply::new),
  LUFACT("arrays: LU factorization", 600, true, Factorization::new),
  CRYPT("arrays: cipher on bytes", 1 << 20, true, Encryption::new),
  SERIES("arithmetic: Fourier series", 300, true, FourierSeries::new),
  RAYTRACER("small objects: ray tracer", 150, true, RayTracer::new),
  LIST("pointers: linked lists", 50_000, true, LinkedLists::new),
  TREE("pointers: search trees", 20_000, true, SearchTrees::new),
  CALLS("calls: Fibonacci", 30, true, Calls::new),
  MONITORS("locks: synchronized", 200_000, true, Monitors::new),
  LOCKS("locks: ReentrantLock", 200_000, true, Locks::new),
  UNBUFFERED("channels: unbuffered pipeline", 10_000, true, size -> new Pipeline(size, 0)),
  BUFFERED("channels: buffered(100) pipeline", 100_000, true, size -> new Pipeline(size, 100)),
  FAN_OUT("executor: fan-out of tasks", 1_000, false, FanOut::new),
  ORDERS("collections: service", 10_000, false, Orders::new);

  private final String title;
  private final int size;
  private final boolean inGo;
  private final IntFunction<Workload> program;

  Kernel(String title, int size, boolean inGo, IntFunction<Workload> program) {
    this.title = title;
    this.size = size;
    this.inGo = inGo;
    this.program = program;
  }

  String title() {
    return title;
  }

  int size() {
    return size;
  }

  boolean isRunBy(Contender contender) {
    return inGo || !contender.isGo();
  }

  Workload workload() {
    return workload(size);
  }

  /** The program in another size. */
  Workload workload(int other) {
    return program.apply(other);
  }
}
