package dev.goguard.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sample.Edges;
import sample.Races;

/** The files of a run are what their readers expect. */
class ReportFilesIT {
  @TempDir
  Path folder;

  @Test
  void sarif_ofARace_isValidAndHasBothThreads() throws Exception {
    JsonNode sarif = sarif("", Races.class);

    JsonNode result = sarif.at("/runs/0/results/0");
    assertThat(result.at("/ruleId").asText()).isEqualTo("DataRace");
    assertThat(result.at("/message/text").asText())
        .startsWith("data race on Races.counter: write by thread \"")
        .contains("previous write by thread \"");
    assertThat(result.at("/codeFlows/0/threadFlows")).hasSize(2);
    for (JsonNode flow : result.at("/codeFlows/0/threadFlows")) {
      assertThat(flow.at("/locations/0/location/message/text").asText())
          .endsWith("was started in sample.Races.main");
      JsonNode last = flow.at("/locations").get(flow.at("/locations").size() - 1);
      assertThat(last.at("/location/message/text").asText())
          .isEqualTo("write in sample.Races.count");
    }
    assertThat(result.at("/relatedLocations")).hasSize(3);
  }

  @Test
  void sarif_withSource_namesFileLineAndColumns() throws Exception {
    JsonNode place = sarif("", Races.class).at("/runs/0/results/0/locations/0/physicalLocation");

    assertThat(place.at("/artifactLocation/uri").asText())
        .isEqualTo("src/test/java/sample/Races.java");
    assertThat(place.at("/artifactLocation/uriBaseId").asText()).isEqualTo("SRCROOT");
    assertThat(place.at("/region/startColumn").asInt()).isEqualTo(5);
    assertThat(line("src/test/java/sample/Races.java", place)).isEqualTo("    counter = 1;");
  }

  private static String line(String file, JsonNode place) throws IOException {
    int line = place.at("/region/startLine").asInt();
    return Files.readAllLines(Path.of(file)).get(line - 1);
  }

  @Test
  void sarif_withoutSource_namesClassAndLine() throws Exception {
    JsonNode result = sarif("sources=" + folder + ",", Races.class).at("/runs/0/results/0");

    JsonNode place = result.at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("sample/Races.java");
    assertThat(line("src/test/java/sample/Races.java", place)).isEqualTo("    counter = 1;");
    assertThat(place.at("/region/startColumn").isMissingNode()).isTrue();
    assertThat(result.at("/locations/0/logicalLocations/0/fullyQualifiedName").asText())
        .isEqualTo("sample.Races.count");
  }

  @Test
  void sarif_ofAProgramWithoutRaces_isValidAndEmpty() throws Exception {
    assertThat(sarif("", Edges.class).at("/runs/0/results")).isEmpty();
  }

  @Test
  void html_ofARace_showsBothSourcesSideBySide() throws Exception {
    Path html = folder.resolve("r.html");
    AgentProcess.run("race,html=" + html, Races.class);

    String page = Files.readString(html);
    assertThat(page.split("<section>", -1)).hasSize(3);
    assertThat(page.split("<mark>[^<]*counter = 1;</mark>", -1)).hasSize(3);
    assertThat(page).contains("1 data race; ", "Races.counter").doesNotContain("http");
  }

  @Test
  void start_withoutReportFile_loadsNoClassOfTheirs() throws Exception {
    AgentProcess process =
        AgentProcess.run(List.of("-Xlog:class+load"), "race,exitcode=0", Races.class);

    assertThat(process.out().lines().filter(line -> line.contains("] dev.goguard.agent.")))
        .anyMatch(line -> line.contains(".report.Reporter "))
        .noneMatch(line -> line.contains(".shaded.jackson."))
        .noneMatch(line -> line.contains(".shaded.analysis."))
        .noneMatch(line -> line.contains(".findings."));
  }

  private JsonNode sarif(String options, Class<?> program) throws Exception {
    Path file = folder.resolve("r.sarif");
    AgentProcess.run("race," + options + "sarif=" + file, program);
    JsonNode sarif = new ObjectMapper().readTree(file.toFile());
    try (InputStream schema =
        SarifSchema210.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(VersionFlag.V7);
      assertThat(schemas.getSchema(schema).validate(sarif)).isEmpty();
    }
    return sarif;
  }
}
