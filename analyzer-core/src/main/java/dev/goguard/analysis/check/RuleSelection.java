package dev.goguard.analysis.check;

import dev.goguard.analysis.InputException;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.Spelling;
import java.util.Collection;
import java.util.List;

/** Finds rules by name. */
public final class RuleSelection {
  private final List<Rule> catalogue;

  public RuleSelection(List<Rule> catalogue) {
    this.catalogue = List.copyOf(catalogue);
  }

  /**
   * The rules called {@code names}, in the order of the catalogue; all of them when no name is
   * given.
   */
  public List<Rule> named(Collection<String> names) {
    if (names.isEmpty()) {
      return catalogue;
    }
    names.forEach(this::named);
    return catalogue.stream().filter(rule -> names.contains(rule.info().name())).toList();
  }

  /** The rule called {@code name}. */
  public Rule named(String name) {
    return catalogue.stream()
        .filter(rule -> rule.info().name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private InputException unknown(String name) {
    List<String> names = catalogue.stream().map(rule -> rule.info().name()).toList();
    return new InputException("no rule is called " + name + Spelling.suggestion(name, names)
        + "; 'goguard rules' lists them");
  }
}
