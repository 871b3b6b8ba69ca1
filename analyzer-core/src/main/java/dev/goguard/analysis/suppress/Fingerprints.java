package dev.goguard.analysis.suppress;

import dev.goguard.analysis.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Gives findings a name that outlives edits elsewhere: rule, element, message, and a number among
 * equal ones. Neither lines nor paths take part, so moved code and moved files keep their
 * fingerprints.
 */
public final class Fingerprints {
  private static final int BYTES = 16;

  private Fingerprints() {}

  /** The same findings in the same order, each with a fingerprint unique among them. */
  public static List<Finding> assign(List<Finding> findings) {
    Map<String, Integer> seen = new HashMap<>();
    List<Finding> result = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      String identity = identity(finding);
      int ordinal = seen.merge(identity, 1, Integer::sum);
      result.add(finding.withFingerprint(hash(identity + '\n' + ordinal)));
    }
    return result;
  }

  private static String identity(Finding finding) {
    return finding.rule() + '\n' + finding.element() + '\n' + withoutLines(finding.message());
  }

  private static String withoutLines(String message) {
    return message.replaceAll("(?<=:)\\d+|(?<=\\blines? )\\d+", "");
  }

  /** The first half of a SHA-256, in hexadecimal digits. */
  public static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
