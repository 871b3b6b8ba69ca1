package dev.goguard.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PremainTest {
  private static final int JAVA_11 = 55;

  @ParameterizedTest
  @ValueSource(strings = {"1.8", "11", "17", "20", "26", "30"})
  void refusal_unknownJdk_saysWhichAreKnown(String version) {
    assertThat(Premain.refusal(version, Thread.class))
        .isEqualTo("the race detector runs on JDK 21 to 25, and this is " + version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"21", "23", "25"})
  void refusal_knownJdk_isNone(String version) {
    assertThat(Premain.refusal(version, Thread.class)).isNull();
  }

  @Test
  void refusal_threadWithoutTheField_namesIt() {
    assertThat(Premain.refusal("25", Runnable.class)).contains("no field interruptLock");
  }

  @Test
  void classFile_isOneThatOlderJdksLoad() throws Exception {
    try (DataInputStream file =
        new DataInputStream(Premain.class.getResourceAsStream("Premain.class"))) {
      file.readInt();
      file.readUnsignedShort();
      assertThat(file.readUnsignedShort()).isEqualTo(JAVA_11);
    }
  }
}
