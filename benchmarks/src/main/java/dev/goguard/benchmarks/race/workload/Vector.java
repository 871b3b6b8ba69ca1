package dev.goguard.benchmarks.race.workload;

/** A place, a direction or a colour. */
final class Vector {
  private double x;
  private double y;
  private double z;

  Vector(double x, double y, double z) {
    this.x = x;
    this.y = y;
    this.z = z;
  }

  Vector plus(double factor, Vector other) {
    return new Vector(x + factor * other.x, y + factor * other.y, z + factor * other.z);
  }

  Vector minus(Vector other) {
    return new Vector(x - other.x, y - other.y, z - other.z);
  }

  double dot(Vector other) {
    return x * other.x + y * other.y + z * other.z;
  }

  /** Makes the length of this one 1. */
  Vector normalize() {
    double length = Math.sqrt(dot(this));
    x /= length;
    y /= length;
    z /= length;
    return this;
  }
}
