package dev.goguard.agent.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractsTest {
  private static Contracts parse(String text) throws IOException {
    return Contracts.parse(new BufferedReader(new StringReader(text)));
  }

  @Test
  void parse_classWithContract_isReadWithItsLine() throws Exception {
    Contracts contracts = parse("""
        # a comment
        java.util.concurrent.Semaphore
          tryAcquire(int,long,TimeUnit)  exit-when-true  acquire this  @21-23
        """);

    Contract contract = contracts.of("java/util/concurrent/Semaphore").get(0);
    assertThat(contract.line()).isEqualTo(3);
    assertThat(contract.hook().name()).isEqualTo("acquireWhenTrue");
    assertThat(contract.isExpectedIn(23)).isTrue();
    assertThat(contract.isExpectedIn(24)).isFalse();
    assertThat(contract.method().matches("tryAcquire", "(IJLjava/util/concurrent/TimeUnit;)Z"))
        .isTrue();
    assertThat(contract.method().matches("tryAcquire", "()Z")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
          acquire() exit                     | a contract is: method place hook arguments
          acquire exit acquire this          | 'acquire' is no method(parameters)
          acquire() sometimes acquire this   | unknown place 'sometimes'
          acquire() before acquire this      | place 'before' needs a name
          acquire() exit:lock acquire this   | place 'exit:lock' takes no name
          acquire() exit seize this          | there is no hook 'seize'
          acquire() exit Seizures.seize this | there is no class of hooks for 'Seizures.seize'
          acquire() exit acquire that        | unknown argument 'that'
          acquire() exit acquire this this   | acquire takes 1 arguments, not 2
          acquire() exit acquire this @21    | '@21' is no range of versions
          """)
  void parse_badLine_isRefusedWithItsNumberAndReason(String line, String reason) {
    assertThatThrownBy(() -> parse("java.util.concurrent.Semaphore\n  " + line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("contracts.txt:2: " + reason);
  }

  @Test
  void parse_contractBeforeTheFirstClass_isRefused() {
    assertThatThrownBy(() -> parse("  acquire() exit acquire this"))
        .hasMessage("contracts.txt:1: a contract before the first class");
  }

  @Test
  void contracts_thisJdk_allFindTheirMethods() throws Exception {
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, List<Contract>> of : Contracts.load().all().entrySet()) {
      Set<Contract> applied = apply(of.getKey(), of.getValue());
      of.getValue().stream()
          .filter(contract -> contract.isExpectedIn(Runtime.version().feature()))
          .filter(contract -> !applied.contains(contract))
          .forEach(contract -> missing.add(contract.toString()));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void unmet_contractWithoutMethodOrClass_isNamed() throws Exception {
    JdkHooks hooks = new JdkHooks(parse("""
        java.util.concurrent.Semaphore
          vanished()   entry  release this
          release()    entry  release this
          forgotten()  entry  release this  @1-2
        java.util.concurrent.Vanished
          anything()   entry  release this
        """));
    try (InputStream file =
        Object.class.getResourceAsStream("/java/util/concurrent/Semaphore.class")) {
      hooks.transform(
          null, null, "java/util/concurrent/Semaphore", null, null, file.readAllBytes());
    }

    assertThat(hooks.unmet())
        .containsExactly(
            "contracts:2: java.util.concurrent.Semaphore.vanished",
            "contracts:6: java.util.concurrent.Vanished.anything");
  }

  private static Set<Contract> apply(String type, List<Contract> contracts) throws IOException {
    Set<Contract> applied = new HashSet<>();
    try (InputStream file = Object.class.getResourceAsStream('/' + type + ".class")) {
      if (file != null) {
        ClassAdvice.apply(file.readAllBytes(), contracts, applied);
      }
    }
    return applied;
  }
}
