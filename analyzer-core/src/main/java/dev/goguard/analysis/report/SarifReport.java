package dev.goguard.analysis.report;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Invocation;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.OriginalUriBaseIds;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.RunAutomationDetails;
import com.contrastsecurity.sarif.SarifSchema210;
import com.contrastsecurity.sarif.Tool;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** SARIF 2.1.0. Suppressed, baselined and fixed findings stay in it, each marked as such. */
public final class SarifReport implements ReportFormat {
  private static final URI SCHEMA = URI.create("https://json.schemastore.org/sarif-2.1.0.json");

  private final ObjectMapper mapper = new ObjectMapper()
      .enable(SerializationFeature.INDENT_OUTPUT)
      .addMixIn(Result.class, WithLevel.class);

  @Override
  public void write(Outcome outcome, Appendable out) throws IOException {
    SarifSchema210 log = new SarifSchema210()
        .with$schema(SCHEMA)
        .withVersion(SarifSchema210.Version._2_1_0)
        .withRuns(List.of(run(outcome)));
    out.append(mapper.writeValueAsString(log)).append('\n');
  }

  private static Run run(Outcome outcome) {
    return new Run()
        .withTool(new Tool().withDriver(SarifDriver.of(outcome)))
        .withAutomationDetails(
            new RunAutomationDetails().withId("goguard/" + outcome.category() + "/"))
        .withColumnKind(Run.ColumnKind.UTF_16_CODE_UNITS)
        .withOriginalUriBaseIds(root(outcome))
        .withInvocations(List.of(invocation(outcome)))
        .withResults(new SarifResults(outcome).all());
  }

  private static OriginalUriBaseIds root(Outcome outcome) {
    return new OriginalUriBaseIds()
        .withAdditionalProperty(
            SarifLocations.ROOT,
            new ArtifactLocation()
                .withUri(SarifLocations.folderUri(outcome.root()))
                .withDescription(new Message().withText("the folder that GoGuard was started in")));
  }

  private static Invocation invocation(Outcome outcome) {
    return new Invocation()
        .withExecutionSuccessful(!outcome.nothingAnalyzed())
        .withToolExecutionNotifications(outcome.result().notifications().stream()
            .map(SarifNotifications::of)
            .toList());
  }

  /**
   * Writes every level; the library leaves out {@code warning}, which is wrong where a rule's own
   * level is another.
   */
  private abstract static class WithLevel {
    @JsonProperty("level")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    Result.Level level;
  }
}
