package dev.goguard.benchmarks.race.workload;

/** A half-line of light, followed backwards. */
final class Ray {
  private Vector origin;
  private Vector direction;

  Ray(Vector origin, Vector direction) {
    this.origin = origin;
    this.direction = direction;
  }

  Vector origin() {
    return origin;
  }

  Vector direction() {
    return direction;
  }

  Vector at(double distance) {
    return origin.plus(distance, direction);
  }
}
