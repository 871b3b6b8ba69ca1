package dev.goguard.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A node of the tree along which cancellation travels: a context that can end, or a function that
 * waits for one to end.
 *
 * <p>A node is ended under its mutex, and the mutexes of a whole subtree are held until all of it
 * has ended. So whoever cancels a context, even one that is being cancelled by somebody else, finds
 * all descendants ended when the call returns. Mutexes are taken from the root downwards. There is
 * no recursion: a chain of contexts may be of any length.
 */
abstract class Canceler {
  /** Why a context has ended: an error and its cause. */
  record End(ContextException err, Throwable cause) {}

  private final Mutex mutex = new Mutex();

  // guarded by mutex
  private Set<Canceler> children; // null while there are none
  private boolean over;

  // written before the node is known to anybody else
  private Canceler ancestor;

  /** Does what ending means to this node, which happens once; the mutex is held. */
  abstract void ended(End end);

  /** Why it has ended, for those who come too late; it has. */
  abstract End end();

  /** The nearest of a context and its ancestors that can end, or null. */
  static Canceler nearest(Context context) {
    Context nearest = context;
    while (nearest instanceof ValueContext) {
      nearest = ((ValueContext) nearest).parent();
    }
    return nearest instanceof CancelContext ? (CancelContext) nearest : null;
  }

  /** Puts the node below its parent, whose end it shares from now on. */
  final void attachTo(Context parent) {
    ancestor = nearest(parent);
    if (ancestor != null && !ancestor.adopt(this)) {
      endAll(ancestor.end());
    }
  }

  private boolean adopt(Canceler child) {
    mutex.lock();
    try {
      if (over) {
        return false;
      }
      if (children == null) {
        children = new HashSet<>();
      }
      return children.add(child);
    } finally {
      mutex.unlock();
    }
  }

  /** Takes the node out of the tree, which must not keep what has ended alive. */
  private void detach() {
    if (ancestor != null) {
      ancestor.disown(this);
    }
  }

  private void disown(Canceler child) {
    mutex.lock();
    try {
      if (children != null) {
        children.remove(child);
      }
    } finally {
      mutex.unlock();
    }
  }

  final int childCount() {
    mutex.lock();
    try {
      return children == null ? 0 : children.size();
    } finally {
      mutex.unlock();
    }
  }

  /**
   * Ends this node and all below it, which leaves the tree; false, and not before they have ended,
   * if it has ended. Functions whose goroutines cannot be started do not keep the others from
   * ending; why is thrown afterwards.
   */
  final boolean endAll(End end) {
    List<Canceler> held = new ArrayList<>();
    StartFailure failure = new StartFailure();
    boolean first;
    try {
      first = lockAndEnd(end, held, failure);
      for (int i = 0; first && i < held.size(); i++) {
        for (Canceler child : held.get(i).takeChildren()) {
          child.lockAndEnd(end, held, failure);
        }
      }
    } finally {
      held.forEach(node -> node.mutex.unlock());
    }
    if (first) {
      detach();
    }
    failure.rethrow();
    return first;
  }

  private boolean lockAndEnd(End end, List<Canceler> held, StartFailure failure) {
    mutex.lock();
    held.add(this);
    if (over) {
      return false;
    }
    over = true;
    failure.guard(() -> ended(end));
    return true;
  }

  private Set<Canceler> takeChildren() {
    Set<Canceler> taken = children == null ? Set.of() : children;
    children = null;
    return taken;
  }

  /** Waits until an end that has begun is complete. */
  final void awaitEnd() {
    mutex.lock();
    mutex.unlock();
  }
}
