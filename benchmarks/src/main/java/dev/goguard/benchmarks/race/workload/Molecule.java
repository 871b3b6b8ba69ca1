package dev.goguard.benchmarks.race.workload;

/** A particle with its place, speed and the force on it, each in three dimensions. */
final class Molecule {
  private static final double CUTOFF = 9.0;
  private static final double STEP = 0.002;

  private double x;
  private double y;
  private double z;
  private double speedX;
  private double speedY;
  private double speedZ;
  private double forceX;
  private double forceY;
  private double forceZ;

  Molecule(double x, double y, double z, Randoms randoms) {
    this.x = x;
    this.y = y;
    this.z = z;
    speedX = randoms.fraction() - 0.5;
    speedY = randoms.fraction() - 0.5;
    speedZ = randoms.fraction() - 0.5;
  }

  void calm() {
    forceX = 0;
    forceY = 0;
    forceZ = 0;
  }

  /** Adds the force that the other one has on this one, by Lennard and Jones. */
  void feel(Molecule other) {
    double dx = x - other.x;
    double dy = y - other.y;
    double dz = z - other.z;
    double square = dx * dx + dy * dy + dz * dz;
    if (square < CUTOFF) {
      double inverse = 1 / square;
      double sixth = inverse * inverse * inverse;
      double force = 48 * inverse * sixth * (sixth - 0.5);
      forceX += dx * force;
      forceY += dy * force;
      forceZ += dz * force;
    }
  }

  void move() {
    speedX += forceX * STEP;
    speedY += forceY * STEP;
    speedZ += forceZ * STEP;
    x += speedX * STEP;
    y += speedY * STEP;
    z += speedZ * STEP;
  }

  double energy() {
    return (speedX * speedX + speedY * speedY + speedZ * speedZ) / 2;
  }
}
