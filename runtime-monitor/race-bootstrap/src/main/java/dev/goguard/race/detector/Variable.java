package dev.goguard.race.detector;

/** A field that is checked: its name, and where its two cells are in an object. */
public final class Variable {
  private static Variable[] all = new Variable[256];
  private static int count;

  private final String owner;
  private final String field;
  private volatile Place place;

  /** Where the cells are; {@code base} is null for instance fields, whose base is the object. */
  private record Place(Object base, long reads, long writes) {}

  private Variable(String owner, String field) {
    this.owner = owner;
    this.field = field;
  }

  /** Registers a field of the class called {@code owner}; the answer numbers it in bytecode. */
  public static synchronized int register(String owner, String field) {
    if (count == all.length) {
      all = java.util.Arrays.copyOf(all, count * 2);
    }
    all[count] = new Variable(owner, field);
    return count++;
  }

  static Variable of(int number) {
    return all[number];
  }

  /** As a report names it: the simple name of the class, and the field. */
  public String name() {
    return owner.substring(owner.lastIndexOf('.') + 1) + "." + field;
  }

  long read(Object object, Class<?> declaring, ThreadState thread, long access) {
    Place at = place(declaring);
    Object base = at.base == null ? object : at.base;
    return FastTrack.read(base, at.reads, at.writes, thread, access);
  }

  long write(Object object, Class<?> declaring, ThreadState thread, long access) {
    Place at = place(declaring);
    Object base = at.base == null ? object : at.base;
    return FastTrack.write(base, at.reads, at.writes, thread, access);
  }

  private Place place(Class<?> declaring) {
    Place known = place;
    return known != null ? known : (place = locate(declaring));
  }

  private Place locate(Class<?> declaring) {
    try {
      var reads = declaring.getDeclaredField(Shadow.reads(field));
      var writes = declaring.getDeclaredField(Shadow.writes(field));
      if (java.lang.reflect.Modifier.isStatic(reads.getModifiers())) {
        Object base = Memory.UNSAFE.staticFieldBase(reads);
        return new Place(
            base, Memory.UNSAFE.staticFieldOffset(reads), Memory.UNSAFE.staticFieldOffset(writes));
      }
      return new Place(
          null, Memory.UNSAFE.objectFieldOffset(reads), Memory.UNSAFE.objectFieldOffset(writes));
    } catch (NoSuchFieldException e) {
      throw new LinkageError("goguard: " + declaring.getName() + " has no shadow of " + field, e);
    }
  }
}
