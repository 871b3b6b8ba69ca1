package dev.goguard.analysis.report;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.LogicalLocation;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.Region;
import dev.goguard.analysis.FlowStep;
import dev.goguard.analysis.ir.SourceRange;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;

/** Places in SARIF. */
final class SarifLocations {
  /** The base of relative addresses. */
  static final String ROOT = "SRCROOT";

  private SarifLocations() {}

  static Location of(dev.goguard.analysis.Location location) {
    PhysicalLocation physical =
        new PhysicalLocation().withArtifactLocation(artifact(location.file()));
    if (location.range().exists()) {
      physical.setRegion(region(location.range()));
    }
    return new Location().withPhysicalLocation(physical);
  }

  static Location of(FlowStep step) {
    return of(step.location()).withMessage(new Message().withText(step.message()));
  }

  static Location of(dev.goguard.analysis.Location location, String element) {
    return of(location)
        .withLogicalLocations(Set.of(new LogicalLocation().withFullyQualifiedName(element)));
  }

  /** A file as shown to the user. */
  private static ArtifactLocation artifact(String shown) {
    if (!Path.of(shown).isAbsolute()) {
      return artifactAt(encoded(null, shown));
    }
    return artifactAt(encoded("file", shown.startsWith("/") ? shown : "/" + shown));
  }

  /** A file by its address; only a relative one depends on the root. */
  static ArtifactLocation artifactAt(String uri) {
    ArtifactLocation artifact = new ArtifactLocation().withUri(uri);
    return URI.create(uri).isAbsolute() ? artifact : artifact.withUriBaseId(ROOT);
  }

  static String folderUri(Path folder) {
    String uri = folder.toUri().toString();
    return uri.endsWith("/") ? uri : uri + "/";
  }

  private static String encoded(String scheme, String path) {
    try {
      String authority = scheme == null ? null : "";
      return new URI(scheme, authority, path, null, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Region region(SourceRange range) {
    Region lines = new Region().withStartLine(range.startLine()).withEndLine(range.endLine());
    return range.startColumn() == 0
        ? lines
        : lines.withStartColumn(range.startColumn()).withEndColumn(range.endColumn());
  }
}
