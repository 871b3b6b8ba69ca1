package dev.goguard.benchmarks.race.workload;

/** A ball that shines and reflects. */
final class Sphere {
  private static final double NEAR = 1e-6;
  private Vector center;
  private double radius;
  private double brightness;

  Sphere(Vector center, double radius, double brightness) {
    this.center = center;
    this.radius = radius;
    this.brightness = brightness;
  }

  double brightness() {
    return brightness;
  }

  /** How far along the ray the sphere begins; infinite when the ray misses it. */
  double distance(Ray ray) {
    var way = center.minus(ray.origin());
    double along = way.dot(ray.direction());
    double square = radius * radius - way.dot(way) + along * along;
    if (square < 0) {
      return Double.POSITIVE_INFINITY;
    }
    double distance = along - Math.sqrt(square);
    return distance > NEAR ? distance : Double.POSITIVE_INFINITY;
  }

  Vector normal(Vector point) {
    return point.minus(center).normalize();
  }
}
