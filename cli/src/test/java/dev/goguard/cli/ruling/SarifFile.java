package dev.goguard.cli.ruling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** The SARIF file of one run, read as a ruling without labels. */
final class SarifFile {
  private static final String ARCHIVE = "-sources.jar!/";

  private SarifFile() {}

  static Ruling read(String library, Path file) throws IOException {
    var run = new ObjectMapper().readTree(file.toFile()).at("/runs/0");
    var statistics = run.at("/properties");
    return new Ruling(
        library,
        statistics.path("files").intValue(),
        statistics.path("failed").intValue(),
        Math.round(statistics.path("unresolvedPercent").doubleValue() * 10) / 10.0,
        findings(run.path("results")));
  }

  private static List<Entry> findings(JsonNode results) {
    return StreamSupport.stream(results.spliterator(), false)
        .filter(result -> result.path("suppressions").isEmpty())
        .map(SarifFile::finding)
        .toList();
  }

  private static Entry finding(JsonNode result) {
    var location = result.at("/locations/0");
    return new Entry(
        Label.UNLABELLED,
        "",
        result.path("ruleId").textValue(),
        result.path("level").asText("warning"),
        insideArchive(location.at("/physicalLocation/artifactLocation/uri").textValue()),
        location.at("/physicalLocation/region/startLine").intValue(),
        location.at("/logicalLocations/0/fullyQualifiedName").textValue(),
        result.at("/message/text").textValue(),
        result.path("partialFingerprints").elements().next().textValue());
  }

  private static String insideArchive(String uri) {
    return uri.substring(uri.lastIndexOf(ARCHIVE) + ARCHIVE.length());
  }
}
