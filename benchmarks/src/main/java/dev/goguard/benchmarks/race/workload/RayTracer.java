package dev.goguard.benchmarks.race.workload;

/** Renders 64 spheres with shadows and reflections, each thread its own lines of the image. */
public final class RayTracer implements Workload {
  private static final int EDGE = 4;
  private static final int REFLECTIONS = 3;
  private static final double SHADES = 1000;
  private final int size;
  private final Sphere[] spheres = new Sphere[EDGE * EDGE * EDGE];
  private final Vector light = new Vector(-0.6, 0.8, -0.4).normalize();

  /** An image of as many lines and columns. */
  public RayTracer(int size) {
    this.size = size;
    for (int i = 0; i < spheres.length; i++) {
      var center = new Vector(i % EDGE - 1.5, i / EDGE % EDGE - 1.5, i / EDGE / EDGE - 1.5);
      spheres[i] = new Sphere(center, 0.4, 0.2 + i % 5 * 0.1);
    }
  }

  @Override
  public long run() throws InterruptedException {
    var image = new int[size][size];
    Team.run(number -> {
      for (int i = number; i < size; i += Team.SIZE) {
        render(image[i], i);
      }
    });
    long sum = 0;
    for (var line : image) {
      for (int pixel : line) {
        sum += pixel;
      }
    }
    return sum;
  }

  private void render(int[] line, int i) {
    double y = 2.0 * i / size - 1;
    for (int j = 0; j < size; j++) {
      double x = 2.0 * j / size - 1;
      var ray = new Ray(new Vector(0.2, 0.3, -6), new Vector(x, y, 2.5).normalize());
      line[j] = (int) (SHADES * brightness(ray, REFLECTIONS));
    }
  }

  private double brightness(Ray ray, int reflections) {
    Sphere nearest = null;
    double distance = Double.POSITIVE_INFINITY;
    for (var sphere : spheres) {
      double other = sphere.distance(ray);
      if (other < distance) {
        distance = other;
        nearest = sphere;
      }
    }
    return nearest == null ? 0.1 : shade(ray, nearest, ray.at(distance), reflections);
  }

  private double shade(Ray ray, Sphere sphere, Vector point, int reflections) {
    var normal = sphere.normal(point);
    double direct = Math.max(normal.dot(light), 0);
    double shade = direct > 0 && isLit(point) ? sphere.brightness() * direct : 0;
    if (reflections == 0) {
      return shade;
    }
    var direction = ray.direction().plus(-2 * normal.dot(ray.direction()), normal);
    return shade + brightness(new Ray(point, direction), reflections - 1) / 2;
  }

  private boolean isLit(Vector point) {
    var ray = new Ray(point, light);
    for (var sphere : spheres) {
      if (sphere.distance(ray) < Double.POSITIVE_INFINITY) {
        return false;
      }
    }
    return true;
  }
}
