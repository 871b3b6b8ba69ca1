package dev.goguard.analysis.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.goguard.analysis.InputException;
import dev.goguard.analysis.SourceSet.SourceUnit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFinderTest {
  @TempDir
  Path root;

  @Test
  void find_folder_showsRelativePathsInOrder() throws IOException {
    file("src/b/B.java");
    file("src/a/A.java");
    file("src/a/notes.txt");
    assertThat(shown(root.resolve("src"))).containsExactly("src/a/A.java", "src/b/B.java");
  }

  @Test
  void find_overlappingPaths_listsEachFileOnce() throws IOException {
    file("src/A.java");
    assertThat(shown(root.resolve("src"), root.resolve("src/../src/A.java")))
        .containsExactly("src/A.java");
  }

  @Test
  void find_hiddenAndBuildFolders_arePassedBy() throws IOException {
    file("pom.xml");
    file("src/target/A.java");
    file("target/classes/B.java");
    file(".git/C.java");
    assertThat(shown(root)).containsExactly("src/target/A.java");
  }

  @Test
  void find_generatedFiles_areCounted() throws IOException {
    file("pom.xml");
    file("src/A.java");
    file("target/generated-sources/x/B.java");
    Files.writeString(root.resolve("src/C.java"), "@Generated(\"x\") class C {}");
    try (SourceFinder finder = new SourceFinder(root, false)) {
      FoundSources found = finder.find(List.of(root));
      assertThat(found.files()).extracting(SourceUnit::shownAs).containsExactly("src/A.java");
      assertThat(found.generated()).isEqualTo(2);
    }
  }

  @Test
  void find_projectInsideABuildFolder_isNotGenerated() throws IOException {
    file("pom.xml");
    file("target/it/src/A.java");
    assertThat(shown(root.resolve("target/it"))).containsExactly("target/it/src/A.java");
  }

  @Test
  void find_generatedIncluded_listsThem() throws IOException {
    file("pom.xml");
    file("target/generated-sources/x/B.java");
    try (SourceFinder finder = new SourceFinder(root, true)) {
      assertThat(finder.find(List.of(root)).files())
          .extracting(SourceUnit::shownAs)
          .containsExactly("target/generated-sources/x/B.java");
    }
  }

  @Test
  void find_sourceArchive_readsItsFiles() throws IOException {
    archive("lib-sources.jar", "a/B.java", "META-INF/versions/9/a/B.java", "a/B.class");
    try (SourceFinder finder = new SourceFinder(root, false)) {
      SourceUnit unit =
          finder.find(List.of(root.resolve("lib-sources.jar"))).files().get(0);
      assertThat(unit.shownAs()).isEqualTo("lib-sources.jar!/a/B.java");
      assertThat(Files.readString(unit.path())).isEqualTo("class X {}");
    }
  }

  @Test
  void find_archiveOutsideTheRoot_isShownByName() throws IOException {
    archive("lib-sources.jar", "a/B.java");
    Path elsewhere = Files.createDirectories(root.resolve("elsewhere"));
    try (SourceFinder finder = new SourceFinder(elsewhere, false)) {
      assertThat(finder.find(List.of(root.resolve("lib-sources.jar"))).files())
          .extracting(SourceUnit::shownAs)
          .containsExactly("lib-sources.jar!/a/B.java");
    }
  }

  @Test
  void find_archiveWithClimbingEntry_namesIt() throws IOException {
    archive("evil.jar", "../../Evil.java", "a/B.java");
    assertComplaint("evil.jar is not a readable archive", root.resolve("evil.jar"));
  }

  @Test
  void find_brokenArchive_namesIt() throws IOException {
    file("broken.jar");
    assertComplaint("broken.jar is not a readable archive", root.resolve("broken.jar"));
  }

  @Test
  void find_archiveWithoutSource_suggestsSources() throws IOException {
    archive("lib.jar", "a/B.class");
    assertComplaint("did you mean the -sources.jar", root.resolve("lib.jar"));
  }

  @Test
  void find_unreadableFolder_isListedBesideTheFiles() throws IOException {
    file("src/A.java");
    Path closed = Files.createDirectories(root.resolve("src/closed"));
    PosixFileAttributeView view = Files.getFileAttributeView(closed, PosixFileAttributeView.class);
    assumeThat(view).isNotNull();
    view.setPermissions(Set.of());
    assumeThat(Files.isReadable(closed)).as("permissions bind").isFalse();
    assertThat(shown(root)).containsExactly("src/A.java", "src/closed");
  }

  @Test
  void visitFileFailed_folder_isVisitedAndTheWalkGoesOn() {
    List<Path> visited = new ArrayList<>();
    SourceWalk walk = new SourceWalk(root, visited::add);
    Path closed = root.resolve("closed");
    assertThat(walk.visitFileFailed(closed, new AccessDeniedException(closed.toString())))
        .isEqualTo(FileVisitResult.CONTINUE);
    assertThat(visited).containsExactly(closed);
  }

  @Test
  void find_missingPath_namesIt() throws IOException {
    assertComplaint("no such file or folder: ", root.resolve("nowhere"));
  }

  @Test
  void find_folderWithoutJava_namesIt() throws IOException {
    Files.createDirectories(root.resolve("empty"));
    assertComplaint("no Java files in ", root.resolve("empty"));
  }

  @Test
  void find_otherFile_saysWhatIsExpected() throws IOException {
    file("notes.txt");
    assertComplaint("notes.txt is not Java source", root.resolve("notes.txt"));
  }

  private void assertComplaint(String fragment, Path path) throws IOException {
    try (SourceFinder finder = new SourceFinder(root, false)) {
      assertThatThrownBy(() -> finder.find(List.of(path)))
          .isInstanceOf(InputException.class)
          .hasMessageContaining(fragment)
          .hasMessageContaining(path.getFileName().toString());
    }
  }

  private List<String> shown(Path... paths) throws IOException {
    try (SourceFinder finder = new SourceFinder(root, false)) {
      return finder.find(List.of(paths)).files().stream()
          .map(SourceUnit::shownAs)
          .toList();
    }
  }

  private void file(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "class X {}");
  }

  private void archive(String name, String... entries) throws IOException {
    try (OutputStream file = Files.newOutputStream(root.resolve(name));
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write("class X {}".getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
