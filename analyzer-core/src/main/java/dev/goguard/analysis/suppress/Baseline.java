package dev.goguard.analysis.suppress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.goguard.analysis.AnalysisResult;
import dev.goguard.analysis.Finding;
import dev.goguard.analysis.InputException;
import dev.goguard.analysis.Suppressed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The findings of an earlier run, read from its SARIF file. */
public final class Baseline {
  /** Name of the tool in SARIF. */
  public static final String TOOL = "GoGuard";

  /** Key of the fingerprint in a SARIF result. */
  public static final String FINGERPRINT = "goguard/v1";

  private final Map<String, Entry> entries;

  private Baseline(Map<String, Entry> entries) {
    this.entries = entries;
  }

  /** Reads a SARIF file that GoGuard wrote. */
  public static Baseline read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException("baseline " + file
          + " does not exist; write it with --update-baseline, in Maven -Dgoguard.updateBaseline");
    }
    try {
      return of(file, new ObjectMapper().readTree(file.toFile()));
    } catch (JsonProcessingException e) {
      throw unusable(file, "is not JSON (" + e.getOriginalMessage() + ")");
    } catch (IOException e) {
      throw new InputException("cannot read baseline " + file + ": " + e.getMessage(), e);
    }
  }

  private static Baseline of(Path file, JsonNode sarif) {
    if (!sarif.path("runs").isArray()) {
      throw unusable(file, "is not a SARIF file");
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (JsonNode run : sarif.path("runs")) {
      String tool = run.path("tool").path("driver").path("name").asText();
      if (!tool.equals(TOOL)) {
        throw unusable(file, "was written by " + (tool.isEmpty() ? "another tool" : tool));
      }
      run.path("results").forEach(result -> add(file, result, entries));
    }
    return new Baseline(entries);
  }

  private static void add(Path file, JsonNode result, Map<String, Entry> entries) {
    if (result.path("baselineState").asText().equals("absent") || result.has("suppressions")) {
      return;
    }
    Entry entry = Entry.of(result);
    if (entry.fingerprint().isEmpty()) {
      throw unusable(file, "has results without a fingerprint " + FINGERPRINT);
    }
    entries.put(entry.fingerprint(), entry);
  }

  private static InputException unusable(Path file, String why) {
    return new InputException("baseline " + file + " " + why
        + "; write a new one with --update-baseline, in Maven -Dgoguard.updateBaseline");
  }

  /**
   * Compares a run with this baseline.
   *
   * @param ran the rules that looked; entries of other rules are left alone
   */
  public Comparison compare(AnalysisResult result, Predicate<String> ran) {
    Set<String> present = Stream.concat(
            result.findings().stream(), result.suppressed().stream().map(Suppressed::finding))
        .map(Finding::fingerprint)
        .collect(Collectors.toSet());
    List<Finding> fresh = result.findings().stream()
        .filter(f -> !entries.containsKey(f.fingerprint()))
        .toList();
    List<Entry> absent = entries.values().stream()
        .filter(entry -> ran.test(entry.rule()) && !present.contains(entry.fingerprint()))
        .toList();
    present.retainAll(entries.keySet());
    return new Comparison(true, fresh, present, absent);
  }

  /** A result of the earlier run, as much of it as a reader needs to know it again. */
  public record Entry(
      String fingerprint, String rule, String level, String message, String uri, int line) {
    private static Entry of(JsonNode result) {
      JsonNode place = result.path("locations").path(0).path("physicalLocation");
      return new Entry(
          result.path("partialFingerprints").path(FINGERPRINT).asText(),
          result.path("ruleId").asText(),
          result.path("level").asText("warning"),
          result.path("message").path("text").asText(),
          place.path("artifactLocation").path("uri").asText(),
          place.path("region").path("startLine").asInt(1));
    }
  }
}
