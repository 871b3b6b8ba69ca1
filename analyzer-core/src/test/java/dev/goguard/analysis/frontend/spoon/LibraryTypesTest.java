package dev.goguard.analysis.frontend.spoon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.ir.LibraryType;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTypesTest {
  @TempDir
  private Path folder;

  private Map<String, LibraryType> libraryOf(String text) {
    return new Sources(folder).add("A.java", text).lower().library();
  }

  @Test
  void library_ownerOfCall_hasAllSupertypes() {
    Map<String, LibraryType> library =
        libraryOf("class A { void m(java.util.ArrayList<String> list) { list.add(\"\"); } }");
    assertThat(library.get("java.util.ArrayList").superclass()).isEqualTo("java.util.AbstractList");
    assertThat(library.get("java.util.List").isInterface()).isTrue();
    assertThat(library).containsKeys("java.util.AbstractCollection", "java.lang.Iterable");
  }

  @Test
  void library_functionalInterfaceOfLambda_isIncluded() {
    assertThat(libraryOf("class A { Runnable r = () -> {}; }")).containsKey("java.lang.Runnable");
  }

  @Test
  void library_nestedType_hasBinaryName() {
    assertThat(libraryOf(
            "class A { int m(java.util.Map.Entry<String, ?> e) { return e.hashCode(); } }"))
        .containsKey("java.lang.Object")
        .doesNotContainKey("java.util.Map.Entry");
  }

  @Test
  void library_typeOfTheProjectsJdk_isKnown() {
    Map<String, LibraryType> library =
        libraryOf("class A { void m() { Thread.ofVirtual().start(() -> {}); } }");
    assertThat(library).containsKey("java.lang.Thread$Builder");
  }

  @Test
  void library_sourceType_isNotIncluded() {
    assertThat(libraryOf("class A { void m() { new A().m(); } }")).doesNotContainKey("A");
  }
}
