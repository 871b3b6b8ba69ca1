package dev.goguard.agent.scope;

import static dev.goguard.agent.scope.Treatment.ACCESSES;
import static dev.goguard.agent.scope.Treatment.NONE;
import static dev.goguard.agent.scope.Treatment.SYNCHRONIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {
  @ParameterizedTest
  @CsvSource({
    "shop/Cart, ACCESSES",
    "Cart, ACCESSES",
    "javax/inject/Provider, ACCESSES",
    "java/util/ArrayList, NONE",
    "com/sun/net/httpserver/HttpServer, NONE",
    "org/w3c/dom/Node, NONE",
    "dev/goguard/runtime/Chan, NONE",
    "org/junit/jupiter/api/Test, SYNCHRONIZATION",
    "org/mockito/Mockito$1, SYNCHRONIZATION",
    "kotlin/Lazy, SYNCHRONIZATION",
    "kotlin/jvm/internal/Ref$IntRef, ACCESSES",
    "scala/runtime/VolatileIntRef, ACCESSES",
  })
  void of_withoutOptions_isApplication(String name, Treatment treatment) {
    assertThat(new Scope().of(name)).isEqualTo(treatment);
  }

  @Test
  void of_include_leavesOthersTheirSynchronization() {
    Scope scope = scope("shop.*", "shop.Log");

    assertThat(scope.of("shop/Cart$Item")).isEqualTo(ACCESSES);
    assertThat(scope.of("shop/Log")).isEqualTo(SYNCHRONIZATION);
    assertThat(scope.of("shop/web/Page")).isEqualTo(SYNCHRONIZATION);
    assertThat(scope.of("java/lang/String")).isEqualTo(NONE);
  }

  @Test
  void of_includedInfrastructure_isChecked() {
    assertThat(scope("org.slf4j.**", "x.X").of("org/slf4j/event/Level")).isEqualTo(ACCESSES);
  }

  @ParameterizedTest
  @CsvSource({
    "a.B, a.B, true",
    "a.B, a.B$C, true",
    "a.B, a.Bc, false",
    "a.*, a.b.C, false",
    "a.**, a.b.C, true",
    "**.gen.*, x.y.gen.P, true",
    "a.*Test, a.CartTest, true",
    "a.b, axb, false",
  })
  void matches_pattern_meansItsClasses(String pattern, String name, boolean expected) {
    assertThat(ClassPattern.parse(pattern).matches(name)).isEqualTo(expected);
  }

  private static Scope scope(String include, String exclude) {
    return new Scope(List.of(ClassPattern.parse(include)), List.of(ClassPattern.parse(exclude)));
  }
}
