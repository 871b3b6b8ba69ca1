package dev.goguard.analysis.suppress;

import dev.goguard.analysis.Finding;
import dev.goguard.analysis.Notification;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.Spelling;
import dev.goguard.analysis.Suppressed;
import dev.goguard.analysis.ir.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the source says is not to be reported: {@code @SuppressWarnings("RuleName")} on a
 * declaration, or the comment {@code // goguard:ignore RuleName reason}.
 */
public final class Suppressions {
  private final Map<String, List<Suppression>> byFile;

  private Suppressions(Map<String, List<Suppression>> byFile) {
    this.byFile = byFile;
  }

  /** Reads the suppressions of {@code files} from their text. */
  public static Suppressions of(List<SourceFile> files) {
    return new Suppressions(files.stream()
        .filter(Suppressions::mayHaveSome)
        .flatMap(file -> read(new FileTokens(file)))
        .collect(Collectors.groupingBy(suppression -> suppression.location().file())));
  }

  private static boolean mayHaveSome(SourceFile file) {
    return file.text().contains("SuppressWarnings")
        || file.text().contains(SuppressionComments.MARK);
  }

  private static Stream<Suppression> read(FileTokens file) {
    return Stream.concat(
        new SuppressionAnnotations(file).read().stream(),
        new SuppressionComments(file).read().stream());
  }

  /**
   * Divides findings into reported and suppressed ones.
   *
   * @param ran names of the rules that looked; a suppression of any other rule is not called unused
   * @param known names of all rules there are
   */
  public Applied apply(List<Finding> findings, Set<String> ran, Set<String> known) {
    List<Finding> kept = new ArrayList<>();
    List<Suppressed> suppressed = new ArrayList<>();
    for (Finding finding : findings) {
      covering(finding)
          .ifPresentOrElse(
              by -> suppressed.add(new Suppressed(finding, by.reason(), by.location())),
              () -> kept.add(finding));
    }
    return new Applied(kept, suppressed, notifications(findings, ran, known));
  }

  /** The innermost suppression of a finding. */
  private Optional<Suppression> covering(Finding finding) {
    return byFile.getOrDefault(finding.location().file(), List.of()).stream()
        .filter(suppression -> suppression.covers(finding))
        .max(Comparator.comparingInt(Suppression::from));
  }

  private List<Notification> notifications(
      List<Finding> findings, Set<String> ran, Set<String> known) {
    List<Notification> notifications = new ArrayList<>();
    byFile.values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing((Suppression s) -> s.location().file())
            .thenComparing(s -> s.location().range().startOffset()))
        .forEach(suppression -> {
          if (suppression.explicit() && !known.contains(suppression.rule())) {
            notifications.add(unknown(suppression, known));
          } else if (ran.contains(suppression.rule())) {
            check(suppression, findings).ifPresent(notifications::add);
          }
        });
    return notifications;
  }

  private static Optional<Notification> check(Suppression suppression, List<Finding> findings) {
    if (findings.stream().noneMatch(suppression::covers)) {
      return Optional.of(unused(suppression));
    }
    return suppression.reason().isBlank()
        ? Optional.of(withoutReason(suppression))
        : Optional.empty();
  }

  private static Notification unknown(Suppression suppression, Set<String> known) {
    String message = suppression.rule().isEmpty()
        ? "a suppression must name a rule: // goguard:ignore RuleName reason"
        : "no rule is called "
            + suppression.rule()
            + Spelling.suggestion(suppression.rule(), known);
    return new Notification(
        Severity.WARNING, "unknown-suppression", message, suppression.location(), null);
  }

  private static Notification unused(Suppression suppression) {
    String message = "nothing here needs the suppression of " + suppression.rule() + "; remove it";
    return note("unused-suppression", message, suppression);
  }

  private static Notification withoutReason(Suppression suppression) {
    String message =
        "the suppression of " + suppression.rule() + " gives no reason; add it as a comment";
    return note("suppression-without-reason", message, suppression);
  }

  private static Notification note(String kind, String message, Suppression suppression) {
    return new Notification(
        Severity.NOTE, kind, message, suppression.location(), suppression.rule());
  }

  /**
   * What became of the findings.
   *
   * @param notifications suppressions that are unused, give no reason, or name no rule
   */
  public record Applied(
      List<Finding> kept, List<Suppressed> suppressed, List<Notification> notifications) {
    public Applied {
      kept = List.copyOf(kept);
      suppressed = List.copyOf(suppressed);
      notifications = List.copyOf(notifications);
    }
  }
}
