package dev.goguard.analysis.frontend.spoon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.FrontEnd.Lowered;
import dev.goguard.analysis.Notification;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.ir.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bad file costs that file, and the user is told which and why. */
class BadInputTest {
  private static final String GOOD = "class Good { int twice(int n) { return n + n; } }";
  private static final long SMALL_STACK = 1 << 20;

  @TempDir
  private Path folder;

  private Sources sources;

  @BeforeEach
  void addGoodFile() {
    sources = new Sources(folder).add("Good.java", GOOD);
  }

  @Test
  void lower_syntaxError_namesFileAndLine() {
    Lowered lowered =
        sources.add("a/Broken.java", "class Broken {\n  void m( { }\n}").lower();
    Notification error = onlyFailure(lowered, "syntax-error");
    assertThat(error.location().file()).isEqualTo("a/Broken.java");
    assertThat(error.location().range().startLine()).isEqualTo(2);
    assertThat(lowered.statistics().failed()).isEqualTo(1);
  }

  @Test
  void lower_manySyntaxErrors_namesTheFirstFive() {
    Lowered lowered = sources
        .add("Broken.java", "class Broken {\n" + "  void m( { }\n".repeat(20) + "}")
        .lower();
    assertThat(lowered.notifications())
        .hasSize(6)
        .extracting(Notification::kind)
        .containsOnly("syntax-error");
    assertThat(lowered.notifications().get(5).message()).matches("and \\d+ more");
  }

  @Test
  void lower_syntaxError_keepsTypesForOtherFiles() {
    sources.add("Broken.java", "class Broken { static void known() {} void m( { } }");
    Lowered lowered =
        sources.add("User.java", "class User { { Broken.known(); } }").lower();
    assertThat(lowered.statistics().unresolvedCalls()).isZero();
  }

  @Test
  void lower_missingClassPath_saysSoOnce() {
    sources.add("A.java", "import lib.Missing; class A { void m(Missing x) { x.call(); } }");
    sources.add("B.java", "import lib.Missing; class B { Missing x; int n() { return x.n(1); } }");
    Lowered lowered = sources.lower();
    assertThat(lowered.files()).hasSize(3);
    assertThat(lowered.statistics().unresolvedCalls()).isEqualTo(2);
    assertThat(lowered.notifications()).hasSize(1);
    Notification notification = lowered.notifications().get(0);
    assertThat(notification.kind()).isEqualTo("unresolved-class-path");
    assertThat(notification.message()).contains("lib.Missing", "-cp");
  }

  @Test
  void lower_unresolvedNames_areLowered() {
    String text =
        "class A extends lib.Base { Gone gone; int m(Missing x) { Missing.FIELD.call(lib.Other.C);"
            + " inherited++; x.a.b = Missing.F; this.nothing = x.y[1]; gone.go(z -> z.w);"
            + " new Gone(1) { void n() { inherited2.o(); } }; return (Missing) undefined::m; } }";
    Lowered lowered = sources.add("A.java", text).lower();
    assertThat(lowered.statistics().failed()).isZero();
    assertThat(lowered.files()).hasSize(2);
    assertThat(lowered.statistics().unresolvedCalls()).isPositive();
  }

  @Test
  void lower_localClassInLambdaOfUnresolvedMethod_costsThatFileAtMost() {
    String breaksSpoon = "class A { void f(Missing m) { m.forEach((a, b) -> {"
        + " class L { int g() { return 1; } } new L().g(); }); } }";
    Lowered lowered = sources.add("A.java", breaksSpoon).lower();
    Notification error = onlyFailure(lowered, "front-end-crash");
    assertThat(error.location().file()).isEqualTo("A.java");
  }

  @Test
  void lower_otherEncoding_replacesAndWarns() {
    byte[] latin1 = "class A {\n String s = \"\u00e9\"; }".getBytes(StandardCharsets.ISO_8859_1);
    Lowered lowered = sources.add("A.java", latin1).lower();
    assertThat(lowered.files()).hasSize(2);
    Notification warning = lowered.notifications().get(0);
    assertThat(warning.kind()).isEqualTo("encoding-error");
    assertThat(warning.severity()).isEqualTo(Severity.WARNING);
    assertThat(warning.location().file()).isEqualTo("A.java");
    assertThat(warning.message()).contains("line 2", "UTF-8");
  }

  @Test
  void lower_utf16WithMark_isRead() {
    byte[] utf16 = "class A { void only() {} }".getBytes(StandardCharsets.UTF_16);
    Lowered lowered = sources.add("A.java", utf16).lower();
    assertThat(lowered.notifications()).isEmpty();
    assertThat(Sources.method(lowered.files().get(1), "only")).isNotNull();
  }

  @Test
  void lower_missingFile_namesIt() {
    Lowered lowered = sources.add(folder.resolve("Gone.java"), "Gone.java").lower();
    Notification error = onlyFailure(lowered, "unreadable-file");
    assertThat(error.location().file()).isEqualTo("Gone.java");
  }

  @Test
  void lower_duplicateType_analysesOneOfThem() {
    sources.add("a/Twice.java", "class Twice { void first() {} }");
    Lowered lowered =
        sources.add("b/Twice.java", "class Twice { void second() {} }").lower();
    assertThat(lowered.files()).hasSize(3);
    assertThat(lowered.notifications())
        .extracting(Notification::kind)
        .containsExactly("duplicate-type");
  }

  @Test
  void lower_nestedTooDeeply_failsThatFile() {
    String deep =
        "class Deep { int x = " + "(1 + ".repeat(20_000) + "1" + ")".repeat(20_000) + "; }";
    Lowered lowered = sources.add("Deep.java", deep).lower(new SpoonFrontEnd(SMALL_STACK));
    Notification error = onlyFailure(lowered, "front-end-crash");
    assertThat(error.location().file()).isEqualTo("Deep.java");
    assertThat(error.message()).contains("nested too deeply");
  }

  @Test
  void lower_typesNestedTooDeeply_failsThatFile() {
    String deep = "class C { ".repeat(20_000) + "}".repeat(20_000);
    sources.add("Deep.java", deep).add("z/Last.java", "class Last { }");
    Lowered lowered = sources.lower(new SpoonFrontEnd(SMALL_STACK));
    assertThat(lowered.files()).hasSize(2);
    assertThat(lowered.statistics().failed()).isEqualTo(1);
    assertThat(lowered.notifications().get(0).location().file()).isEqualTo("Deep.java");
  }

  @Test
  void lower_deepGeneratedCode_isLowered() {
    StringBuilder text = new StringBuilder("class Deep { String s = \"a\"");
    text.append(" + s".repeat(5_000)).append("; int m(int n) { ");
    for (int i = 0; i < 3_000; i++) {
      text.append("if (n == ").append(i).append(") return ").append(i).append("; else ");
    }
    Lowered lowered = sources.add("Deep.java", text + "return 0; } }").lower();
    assertThat(lowered.notifications()).isEmpty();
    assertThat(lowered.files()).hasSize(2);
  }

  @Test
  void lower_fiftyThousandLines_isLowered() {
    StringBuilder text = new StringBuilder("class Huge {\n");
    for (int i = 0; i < 10_000; i++) {
      text.append("  int m").append(i).append("(int n) {\n    int twice = n * 2;\n");
      text.append("    Runnable r = () -> System.out.println(twice);\n    return twice;\n  }\n");
    }
    Lowered lowered = sources.add("Huge.java", text + "}\n").lower();
    assertThat(lowered.notifications()).isEmpty();
    assertThat(lowered.statistics().lines()).isEqualTo(50_003);
    assertThat(lowered.files().get(1).types().get(0).methods()).hasSize(10_000);
  }

  @Test
  void lower_filesWithoutTypes_areAnalysed() {
    sources.add("Empty.java", "").add("p/package-info.java", "/** Doc. */ package p;");
    Lowered lowered =
        sources.add("module-info.java", "module m { requires java.sql; }").lower();
    assertThat(lowered.notifications()).isEmpty();
    assertThat(lowered.files()).extracting(SourceFile::path).hasSize(4);
    assertThat(lowered.statistics().analyzed()).isEqualTo(4);
  }

  @Test
  void lower_nothing_isEmpty() {
    Lowered lowered = new Sources(folder).lower();
    assertThat(lowered.files()).isEmpty();
    assertThat(lowered.notifications()).isEmpty();
  }

  @Test
  void lower_release8_isLowered() {
    Lowered lowered = sources.lower(new SpoonFrontEnd(), 8);
    assertThat(lowered.notifications()).isEmpty();
    assertThat(lowered.files()).hasSize(1);
  }

  private static Notification onlyFailure(Lowered lowered, String kind) {
    List<Notification> notifications = lowered.notifications().stream()
        .filter(notification -> notification.severity() == Severity.ERROR)
        .toList();
    assertThat(notifications).hasSize(1);
    assertThat(notifications.get(0).kind()).isEqualTo(kind);
    assertThat(lowered.files()).extracting(SourceFile::path).containsExactly("Good.java");
    return notifications.get(0);
  }
}
