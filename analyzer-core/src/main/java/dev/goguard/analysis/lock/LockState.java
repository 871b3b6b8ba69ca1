package dev.goguard.analysis.lock;

import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.FieldRef;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How often each lock is held. A count, not a flag: a lock taken twice and given back once is still
 * held. Negative for a lock that was given back without having been taken here.
 *
 * <p>Immutable, so that a branch needs no undo.
 *
 * @param counts never zero
 * @param decided the conditional acquisitions whose result this path has already tested
 */
public record LockState(Map<AccessPath, Integer> counts, Set<Expr> decided) {
  public static final LockState NONE = new LockState(Map.of(), Set.of());

  /** The step from a semaphore or channel to what is held of it. */
  static final FieldRef TOKEN = new FieldRef("", "token");

  /** More nested holds of one lock than this are not told apart. */
  private static final int MAX_COUNT = 4;

  public int count(AccessPath lock) {
    return counts.getOrDefault(lock, 0);
  }

  public boolean isHeld(AccessPath lock) {
    return count(lock) > 0;
  }

  /** The locks that are held. */
  public Set<AccessPath> held() {
    var held = new HashSet<AccessPath>();
    counts.forEach((lock, count) -> {
      if (count > 0) {
        held.add(lock);
      }
    });
    return held;
  }

  public LockState plus(AccessPath lock, int change) {
    var next = new HashMap<>(counts);
    int count = Math.max(-1, Math.min(MAX_COUNT, count(lock) + change));
    if (count == 0) {
      next.remove(lock);
    } else {
      next.put(lock, count);
    }
    return new LockState(next, decided);
  }

  /** The locks proper, without permits and places in channels. */
  public LockState withoutTokens() {
    return without(lock -> lock.steps().contains(TOKEN));
  }

  /** This state, without the locks that the predicate names. */
  public LockState without(Predicate<AccessPath> forgotten) {
    if (counts.keySet().stream().noneMatch(forgotten)) {
      return this;
    }
    var next = new HashMap<>(counts);
    next.keySet().removeIf(forgotten);
    return new LockState(next, decided);
  }

  /** This state, with what was reached from a local or unnamed value by another name. */
  LockState renamed(AccessPath from, AccessPath to) {
    boolean movable =
        from.root() instanceof AccessPath.LocalRoot || from.root() instanceof AccessPath.ValueRoot;
    if (!movable || counts.keySet().stream().noneMatch(lock -> lock.startsWith(from))) {
      return this;
    }
    var next = new HashMap<AccessPath, Integer>();
    counts.forEach((lock, count) -> {
      boolean moves = lock.startsWith(from);
      var steps = lock.steps();
      next.put(moves ? to.then(steps.subList(from.steps().size(), steps.size())) : lock, count);
    });
    return new LockState(next, decided);
  }

  boolean hasDecided(Expr acquisition) {
    return decided.stream().anyMatch(d -> d == acquisition);
  }

  /** The acquisition is tried anew, and so is to be decided anew. */
  LockState undeciding(Expr acquisition) {
    if (!hasDecided(acquisition)) {
      return this;
    }
    Set<Expr> next = Collections.newSetFromMap(new IdentityHashMap<>());
    decided.stream().filter(d -> d != acquisition).forEach(next::add);
    return new LockState(counts, next);
  }

  LockState deciding(Expr acquisition) {
    Set<Expr> next = Collections.newSetFromMap(new IdentityHashMap<>());
    next.addAll(decided);
    next.add(acquisition);
    return new LockState(counts, next);
  }

  /** What is surely held where two paths meet: the smaller count of each. */
  LockState meet(LockState other) {
    var merged = new HashMap<AccessPath, Integer>();
    var locks = new HashSet<>(counts.keySet());
    locks.addAll(other.counts.keySet());
    for (AccessPath lock : locks) {
      int count = Math.min(count(lock), other.count(lock));
      if (count != 0) {
        merged.put(lock, count);
      }
    }
    Set<Expr> both = Collections.newSetFromMap(new IdentityHashMap<>());
    decided.stream().filter(other::hasDecided).forEach(both::add);
    return new LockState(merged, both);
  }
}
