package dev.goguard.analysis.report;

import dev.goguard.analysis.Finding;
import dev.goguard.analysis.source.SourceText;
import dev.goguard.analysis.suppress.Fingerprints;
import java.util.HashMap;
import java.util.Map;

/**
 * The fingerprint that GitHub knows: a hash of the line's text, and a number among equal lines of
 * the file.
 */
final class LineHashes {
  static final String KEY = "primaryLocationLineHash";
  private static final int DIGITS = 16;

  private final SourceText sources;
  private final Map<String, Integer> seen = new HashMap<>();

  LineHashes(SourceText sources) {
    this.sources = sources;
  }

  String of(Finding finding) {
    String line = sources.line(finding.location()).orElse("").strip();
    String hash = Fingerprints.hash(line).substring(0, DIGITS);
    String place = finding.rule() + '\n' + finding.location().file() + '\n' + hash;
    return hash + ":" + seen.merge(place, 1, Integer::sum);
  }
}
