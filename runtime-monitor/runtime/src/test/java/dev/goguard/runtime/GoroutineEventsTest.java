package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.WaitReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the flight recorder learns of the life of one goroutine. */
@Guarded
class GoroutineEventsTest {
  @TempDir
  Path directory;

  private long goroutine;
  private long spawner;
  private List<RecordedEvent> events;

  @BeforeEach
  void recordAGoroutineThatIsBlockedOnce() throws Exception {
    try (Recording recording = new Recording()) {
      for (String event : List.of("Spawn", "Start", "End", "Unblock", "Block")) {
        recording.enable("goguard.Goroutine" + event).withThreshold(Duration.ZERO);
      }
      recording.start();
      Chan<Integer> ch = Chan.make();
      spawner = Thread.currentThread().threadId();
      Thread thread = Parked.go(WaitReason.CHAN_RECEIVE, ch::receive);
      goroutine = thread.threadId();
      ch.send(1);
      thread.join();
      recording.stop();
      Path file = Files.createTempFile(directory, "goroutine", ".jfr");
      recording.dump(file);
      events = RecordingFile.readAllEvents(file);
    }
  }

  @Test
  void spawn_recorded_isTheSpawnersAndHasItsStack() {
    List<RecordedEvent> ofIt = events.stream()
        .filter(e -> e.getEventType().getName().equals("goguard.GoroutineSpawn"))
        .filter(e -> e.getLong("goroutine") == goroutine)
        .toList();
    assertThat(ofIt).hasSize(1);
    assertThat(ofIt.get(0).getThread().getJavaThreadId()).isEqualTo(spawner);
    assertThat(ofIt.get(0).getStackTrace().getFrames())
        .anyMatch(frame -> frame.getMethod().getName().equals("recordAGoroutineThatIsBlockedOnce"));
  }

  @Test
  void start_recorded_hasNumberAndThread() {
    RecordedEvent start = only("Start");
    assertThat(start.getLong("goroutine")).isEqualTo(goroutine);
    assertThat(start.getThread().getJavaThreadId()).isEqualTo(goroutine);
  }

  @Test
  void block_recorded_hasReasonAndDuration() {
    RecordedEvent block = only("Block");
    assertThat(block.getString("reason")).isEqualTo("chan receive");
    assertThat(block.getDuration()).isPositive();
    assertThat(block.getThread().getJavaThreadId()).isEqualTo(goroutine);
  }

  @Test
  void unblock_recorded_hasTheWokenAndIsTheWakers() {
    List<RecordedEvent> ofIt = events.stream()
        .filter(e -> e.getEventType().getName().equals("goguard.GoroutineUnblock"))
        .filter(e -> e.<RecordedThread>getValue("goroutine").getJavaThreadId() == goroutine)
        .toList();
    assertThat(ofIt).hasSize(1);
    assertThat(ofIt.get(0).getString("reason")).isEqualTo("chan receive");
    assertThat(ofIt.get(0).getThread().getJavaThreadId()).isNotEqualTo(goroutine);
  }

  @Test
  void end_recorded_comesAfterTheBlock() {
    assertThat(only("End").getStartTime()).isAfterOrEqualTo(only("Block").getEndTime());
  }

  private RecordedEvent only(String event) {
    List<RecordedEvent> ofIt = events.stream()
        .filter(e -> e.getEventType().getName().equals("goguard.Goroutine" + event))
        .filter(e -> e.getThread().getJavaThreadId() == goroutine)
        .toList();
    assertThat(ofIt).hasSize(1);
    return ofIt.get(0);
  }
}
