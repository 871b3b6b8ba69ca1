package dev.goguard.cli.ruling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What {@code goguard check --format json} printed for one library. */
public record Report(JsonNode document) {
  private static final String ARCHIVE = "-sources.jar!/";

  public static Report read(Path file) throws IOException {
    return new Report(new ObjectMapper().readTree(file.toFile()));
  }

  /** Its findings, none of them labelled. */
  public Ruling ruling(String library) {
    var totals = document.path("totals");
    return new Ruling(
        library,
        totals.path("files").intValue(),
        totals.path("failedFiles").intValue(),
        percent(totals.path("unresolvedCalls").longValue(), totals.path("calls").longValue()),
        elements("findings").map(Report::entry).toList());
  }

  /** What went wrong with the run itself. */
  List<String> troubles() {
    return elements("notifications")
        .filter(notice -> !notice.path("severity").textValue().equals("note"))
        .map(notice ->
            notice.at("/location/file").asText() + " " + notice.path("message").textValue())
        .toList();
  }

  private Stream<JsonNode> elements(String member) {
    return StreamSupport.stream(document.path(member).spliterator(), false);
  }

  private static Entry entry(JsonNode finding) {
    return new Entry(
        Label.UNLABELLED,
        "",
        finding.path("rule").textValue(),
        finding.path("severity").textValue(),
        insideArchive(finding.at("/location/file").textValue()),
        finding.at("/location/startLine").intValue(),
        finding.path("element").textValue(),
        finding.path("message").textValue(),
        finding.path("fingerprint").textValue());
  }

  private static String insideArchive(String file) {
    return file.substring(file.lastIndexOf(ARCHIVE) + ARCHIVE.length());
  }

  private static double percent(long part, long whole) {
    return whole == 0 ? 0 : Math.round(1000.0 * part / whole) / 10.0;
  }
}
