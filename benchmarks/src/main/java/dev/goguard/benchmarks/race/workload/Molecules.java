package dev.goguard.benchmarks.race.workload;

import java.util.concurrent.CyclicBarrier;

/** Molecular dynamics: each thread computes the forces on its molecules, which all others read. */
public final class Molecules implements Workload {
  private static final int STEPS = 10;
  private static final double DISTANCE = 1.2;
  private final int edge;

  /** A cube of molecules. */
  public Molecules(int edge) {
    this.edge = edge;
  }

  @Override
  public long run() throws InterruptedException {
    var molecules = lattice();
    var barrier = new CyclicBarrier(Team.SIZE);
    Team.run(number -> simulate(molecules, number, barrier));
    double energy = 0;
    for (var molecule : molecules) {
      energy += molecule.energy();
    }
    return Checksum.of(energy);
  }

  private Molecule[] lattice() {
    var randoms = new Randoms(edge);
    var molecules = new Molecule[edge * edge * edge];
    for (int i = 0; i < molecules.length; i++) {
      double x = i % edge * DISTANCE;
      double y = i / edge % edge * DISTANCE;
      double z = i / edge / edge * DISTANCE;
      molecules[i] = new Molecule(x, y, z, randoms);
    }
    return molecules;
  }

  private static void simulate(Molecule[] molecules, int number, CyclicBarrier barrier)
      throws Exception {
    int begin = Team.begin(molecules.length, number);
    int end = Team.begin(molecules.length, number + 1);
    for (int step = 0; step < STEPS; step++) {
      for (int i = begin; i < end; i++) {
        feelAll(molecules, i);
      }
      barrier.await();
      for (int i = begin; i < end; i++) {
        molecules[i].move();
      }
      barrier.await();
    }
  }

  private static void feelAll(Molecule[] molecules, int i) {
    var molecule = molecules[i];
    molecule.calm();
    for (int j = 0; j < molecules.length; j++) {
      if (j != i) {
        molecule.feel(molecules[j]);
      }
    }
  }
}
