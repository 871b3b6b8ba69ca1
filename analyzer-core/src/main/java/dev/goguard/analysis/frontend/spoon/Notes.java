package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.Location;
import dev.goguard.analysis.Notification;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.SourceSet.SourceUnit;
import dev.goguard.analysis.ir.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What went wrong, and which files it cost. */
final class Notes {
  private final List<Notification> notifications = new ArrayList<>();
  private final Set<SourceUnit> failed = new LinkedHashSet<>();

  /** The file could not be analysed. */
  void fail(SourceUnit unit, String kind, String message, SourceRange range) {
    failed.add(unit);
    add(Severity.ERROR, kind, message, new Location(unit.shownAs(), range));
  }

  /** The file was analysed, though not as its author would expect. */
  void warn(SourceUnit unit, String kind, String message, SourceRange range) {
    add(Severity.WARNING, kind, message, new Location(unit.shownAs(), range));
  }

  /** Concerns no single file. */
  void tell(boolean isWarning, String kind, String message) {
    add(isWarning ? Severity.WARNING : Severity.NOTE, kind, message, null);
  }

  private void add(Severity severity, String kind, String message, @Nullable Location location) {
    notifications.add(new Notification(severity, kind, message, location, null));
  }

  int failures() {
    return failed.size();
  }

  List<Notification> all() {
    return List.copyOf(notifications);
  }
}
