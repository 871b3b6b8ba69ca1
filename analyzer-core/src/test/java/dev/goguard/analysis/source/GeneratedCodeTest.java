package dev.goguard.analysis.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GeneratedCodeTest {
  @Test
  void isMarked_annotatedTopType_true() {
    assertThat(GeneratedCode.isMarked("@Generated(\"x\") class A {}")).isTrue();
    assertThat(GeneratedCode.isMarked("@javax.annotation.processing.Generated(\"x\") enum A {}"))
        .isTrue();
  }

  @Test
  void isMarked_mentionedOnly_false() {
    assertThat(
            GeneratedCode.isMarked("import javax.annotation.Generated;\n// @Generated\nclass A {}"))
        .isFalse();
    assertThat(GeneratedCode.isMarked("class Generated {}")).isFalse();
    assertThat(GeneratedCode.isMarked("Generated")).isFalse();
  }

  @Test
  void isMarked_annotatedMemberOnly_false() {
    assertThat(GeneratedCode.isMarked("class A { @Generated class B {} }")).isFalse();
  }
}
