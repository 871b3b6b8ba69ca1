package corpus.race.juc;

import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;

/** Values that belong to a thread. */
final class ThreadLocals {
  private ThreadLocals() {}

  /** Each thread makes a value of its own. */
  static void noRaceOwnValue() throws Exception {
    ThreadLocal<Shared> local = ThreadLocal.withInitial(Shared::new);
    threads(() -> local.get().data++, () -> local.get().data++);
  }

  /** Each thread sets a value of its own. */
  static void noRaceSet() throws Exception {
    ThreadLocal<int[]> local = new ThreadLocal<>();
    threads(() -> counted(local), () -> counted(local));
  }

  private static void counted(ThreadLocal<int[]> local) {
    local.set(new int[1]);
    local.get()[0]++;
    local.remove();
  }

  /** A child inherits a value made before its start. */
  static void noRaceInherited() throws Exception {
    InheritableThreadLocal<Shared> local = new InheritableThreadLocal<>();
    local.set(new Shared());
    local.get().data = 1;
    threads(() -> use(local.get().data));
    local.remove();
  }

  /** Every thread gets the same value. */
  static void raceOneValueForAll() throws Exception {
    Shared one = new Shared();
    ThreadLocal<Shared> local = ThreadLocal.withInitial(() -> one);
    threads(
        // RACE: data
        () -> local.get().data++,
        // RACE: data
        () -> local.get().data++);
  }

  /** Children inherit one value. */
  static void raceInherited() throws Exception {
    InheritableThreadLocal<Shared> local = new InheritableThreadLocal<>();
    local.set(new Shared());
    threads(
        // RACE: data
        () -> local.get().data++,
        // RACE: data
        () -> local.get().data++);
    local.remove();
  }
}
