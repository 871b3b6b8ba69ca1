package dev.goguard.analysis;

import dev.goguard.analysis.ir.LibraryType;
import dev.goguard.analysis.ir.SourceFile;
import java.util.List;
import java.util.Map;

/** Turns source into the concurrency IR. A file that breaks it costs that file, never the run. */
public interface FrontEnd {
  Lowered lower(SourceSet sources);

  /**
   * What came of the sources.
   *
   * @param files the lowered files, in the order given
   * @param library every type outside the source that the IR mentions as the owner of a member, as
   *     the receiver of a call or as a supertype, with all its supertypes, by binary name
   * @param notifications what could not be lowered and why
   */
  record Lowered(
      List<SourceFile> files,
      Map<String, LibraryType> library,
      List<Notification> notifications,
      Statistics statistics) {}
}
