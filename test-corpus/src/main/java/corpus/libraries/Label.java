package corpus.libraries;

import java.util.List;

/**
 * What a reader said of a race, or of a test that does not always pass.
 *
 * @param kind what the reader found
 * @param subject a race: {@code variable: site site}, where {@code *} stands for any site; a test:
 *     {@code Class#test}
 * @param reason why
 */
record Label(Kind kind, String subject, String reason) {
  /** A reader's verdict. */
  enum Kind {
    /** The race is there and can do harm. */
    TRUE,
    /** The race is there, and the program is right on every outcome. */
    BENIGN,
    /** The two accesses are ordered, or are none. */
    FALSE,
    /** A test that fails now and then without the detector too. */
    FLAKY
  }

  boolean covers(ReportedRace race) {
    if (kind == Kind.FLAKY || !subject.startsWith(race.variable() + ": ")) {
      return false;
    }
    String sites = subject.substring(race.variable().length() + 2);
    return sites.equals("*") || coversSites(List.of(sites.split(" ")), race.sites());
  }

  private static boolean coversSites(List<String> named, List<String> sites) {
    if (!named.contains("*")) {
      return named.equals(sites);
    }
    return named.stream().allMatch(n -> n.equals("*") || sites.contains(n));
  }
}
