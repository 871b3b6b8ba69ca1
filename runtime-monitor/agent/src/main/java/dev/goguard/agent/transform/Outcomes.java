package dev.goguard.agent.transform;

import dev.goguard.agent.transform.TransformSummary.Exclusion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects what was done with classes, and tells at once what the user must know. */
final class Outcomes {
  /** So many refused classes are told at once; the summary has them all. */
  private static final int TOLD = 10;

  private final List<Exclusion> refused = new ArrayList<>();
  private final List<Exclusion> reduced = new ArrayList<>();
  private final List<String> slow = new ArrayList<>();
  private final Set<String> early;
  private int checked;
  private int synchronizationOnly;

  Outcomes(Set<String> early) {
    this.early = new TreeSet<>(early);
  }

  synchronized void instrumented(boolean accesses) {
    if (accesses) {
      checked++;
    } else {
      synchronizationOnly++;
    }
  }

  synchronized void refused(String type, String reason) {
    refused.add(new Exclusion(dotted(type), reason));
    if (refused.size() <= TOLD) {
      System.err.println("goguard: " + dotted(type) + " is not instrumented: " + reason);
    } else if (refused.size() == TOLD + 1) {
      System.err.println("goguard: more classes are not instrumented; summary=1 names them all");
    }
  }

  synchronized void reduced(String type, String method, String reason) {
    reduced.add(new Exclusion(dotted(type) + '.' + method, reason));
  }

  synchronized void slow(String type, String method) {
    slow.add(dotted(type) + '.' + method);
  }

  /** An error of ours, which the program must not suffer from. */
  void failed(String type, Throwable error) {
    StringBuilder text = new StringBuilder("goguard: an error in GoGuard, not in the program, ");
    text.append("while instrumenting ").append(dotted(type)).append(": ").append(error);
    for (StackTraceElement frame : error.getStackTrace()) {
      text.append("\n    at ").append(frame);
    }
    System.err.println(text);
  }

  synchronized TransformSummary summary() {
    return new TransformSummary(
        checked,
        synchronizationOnly,
        List.copyOf(refused),
        List.copyOf(reduced),
        List.copyOf(slow),
        early.stream().map(Outcomes::dotted).toList());
  }

  private static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }
}
