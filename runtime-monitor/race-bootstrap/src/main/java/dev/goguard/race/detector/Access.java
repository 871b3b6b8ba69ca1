package dev.goguard.race.detector;

import dev.goguard.race.context.Contexts;
import dev.goguard.race.report.Races;

/** The slow path of a field access: FastTrack's rules, and the report when they are broken. */
public final class Access {
  private Access() {}

  /** The current thread reads a field, for the first time in its epoch. */
  public static void read(
      Object object, Class<?> declaring, int field, ThreadState thread, long context, int site) {
    if (thread.ignored == 0) {
      Variable variable = Variable.of(field);
      long access = thread.epoch | Contexts.intern(thread, context, site);
      report(variable, variable.read(object, declaring, thread, access), access, false);
    }
  }

  /** The current thread writes a field, for the first time in its epoch. */
  public static void write(
      Object object, Class<?> declaring, int field, ThreadState thread, long context, int site) {
    if (thread.ignored == 0) {
      Variable variable = Variable.of(field);
      long access = thread.epoch | Contexts.intern(thread, context, site);
      report(variable, variable.write(object, declaring, thread, access), access, true);
    }
  }

  /** The cell of an access that nobody else can make yet. */
  public static long cell(ThreadState thread, long context, int site) {
    return thread.ignored == 0 ? thread.epoch | Contexts.intern(thread, context, site) : 0;
  }

  private static void report(Variable variable, long earlier, long access, boolean write) {
    if (earlier != 0) {
      Races.found(variable.name(), write, access, earlier);
    }
  }
}
