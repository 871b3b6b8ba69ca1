package dev.goguard.analysis.report;

import dev.goguard.analysis.RuleInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The document that a rule carries. */
public final class RuleDocument {
  private RuleDocument() {}

  /** The Markdown of the rule's document; its summary when it carries none. */
  public static String markdown(RuleInfo rule) {
    ClassLoader loader = RuleDocument.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(rule.documentResource())) {
      return in == null
          ? rule.summary() + "\n"
          : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
