package dev.goguard.analysis.report;

import dev.goguard.analysis.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The document that a rule carries. */
public final class RuleDocument {
  private RuleDocument() {}

  /**
   * The Markdown of the rule's document.
   *
   * @throws IllegalStateException when there is none beside the rule's class
   */
  public static String markdown(Rule rule) {
    String name = rule.info().name() + ".md";
    try (InputStream in = rule.getClass().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " beside " + rule.getClass());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
