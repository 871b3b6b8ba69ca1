package dev.goguard.analysis.suppress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.Finding;
import dev.goguard.analysis.Sample;
import dev.goguard.analysis.ir.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  @Test
  void assign_movedLines_keepsFingerprints() {
    assertThat(fingerprints("A.java", "x = 1;", "written at line 1"))
        .isEqualTo(fingerprints("A.java", "\n\n  x = 1;", "written at line 3"));
  }

  @Test
  void assign_renamedFile_keepsFingerprints() {
    assertThat(fingerprints("A.java", "x = 1;", "see A.java:1"))
        .isEqualTo(fingerprints("B.java", "x = 1;", "see A.java:7"));
  }

  @Test
  void assign_equalFindings_areNumbered() {
    Finding finding = finding("A.java", "x = 1;", "race on x");
    assertThat(Fingerprints.assign(List.of(finding, finding, finding)))
        .extracting(Finding::fingerprint)
        .doesNotHaveDuplicates();
  }

  @Test
  void assign_otherMessage_isAnotherFinding() {
    assertThat(fingerprints("A.java", "x = 1;", "race on x1"))
        .isNotEqualTo(fingerprints("A.java", "x = 1;", "race on x2"));
  }

  private static List<String> fingerprints(String path, String text, String message) {
    return Fingerprints.assign(List.of(finding(path, text, message))).stream()
        .map(Finding::fingerprint)
        .toList();
  }

  private static Finding finding(String path, String text, String message) {
    SourceFile file = Sample.file(path, text);
    return Sample.finding("CapturedLocalRace", Sample.at(file, "x = 1"), message);
  }
}
