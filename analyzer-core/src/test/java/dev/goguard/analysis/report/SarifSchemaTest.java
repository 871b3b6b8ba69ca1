package dev.goguard.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.goguard.analysis.ir.SourceRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifSchemaTest {
  private static final String SUCCESS = "/runs/0/invocations/0/executionSuccessful";

  @TempDir
  Path root;

  @Test
  void write_everyFeature_isValid() throws IOException {
    assertValid(sarif(Outcomes.everything(root)));
  }

  @Test
  void write_nothingFound_isValidAndHasResults() throws IOException {
    JsonNode sarif = sarif(Outcomes.nothing(root));
    assertValid(sarif);
    assertThat(sarif.at("/runs/0/results").isArray()).isTrue();
  }

  @Test
  void write_warningOfARuleThatWarns_keepsItsLevel() throws IOException {
    assertThat(sarif(Outcomes.everything(root)).at("/runs/0/results/1/level").asText())
        .isEqualTo("warning");
  }

  @Test
  void write_lineWithoutColumns_hasNone() throws IOException {
    SourceRange line = new SourceRange(7, 0, 7, 0, -1, -1);
    Location location = SarifLocations.of(new dev.goguard.analysis.Location("A.java", line));
    JsonNode region =
        new ObjectMapper().valueToTree(location.getPhysicalLocation().getRegion());
    assertThat(region.toString()).isEqualTo("{\"startLine\":7,\"endLine\":7}");
  }

  @Test
  void write_nothingAnalyzed_isNoSuccess() throws IOException {
    assertThat(sarif(Outcomes.nothing(root)).at(SUCCESS).booleanValue()).isTrue();
    JsonNode failed = sarif(Outcomes.unreadable(root)).at(SUCCESS);
    assertThat(failed.isBoolean()).isTrue();
    assertThat(failed.booleanValue()).isFalse();
  }

  @Test
  void schema_unknownLevel_isRefused() throws IOException {
    String text = sarif(Outcomes.everything(root)).toString();
    JsonNode broken = new ObjectMapper().readTree(text.replace("\"error\"", "\"fatal\""));
    assertThat(schema().validate(broken)).isNotEmpty();
  }

  private static void assertValid(JsonNode sarif) throws IOException {
    assertThat(schema().validate(sarif)).isEmpty();
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream in =
        SarifSchema210.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(in);
    }
  }

  private static JsonNode sarif(Outcome outcome) throws IOException {
    StringBuilder out = new StringBuilder();
    new SarifReport().write(outcome, out);
    return new ObjectMapper().readTree(out.toString());
  }
}
