package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** Dumps of goroutines, found in them by name. */
@Guarded
class StackTest {

  @Test
  void stack_parkedInPrimitive_tellsReasonAndFrames() {
    Chan<Integer> never = Chan.make();
    Go.go("receiver", never::receive);
    assertThat(blockOf("receiver", "[chan receive"))
        .matches("(?s)goroutine \\d+ \\[chan receive labels:\\{\"name\": \"receiver\"\\}\\]:\n.*")
        .containsPattern("\\]:\n\tat \\S*dev.goguard.runtime.Chan.receive\\(")
        .doesNotContain("LockSupport", "VirtualThread", "Goroutine.run", "GoStatement");
    never.close();
  }

  @Test
  void stack_sleeping_isSleep() {
    Thread sleeper = start("sleeper", () -> Thread.sleep(60_000));
    assertThat(blockOf("sleeper", "[sleep")).contains("Thread.sleep(");
    sleeper.interrupt();
  }

  @Test
  void stack_takingFromQueue_namesTheJdksMethod() {
    LinkedBlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
    Go.go("taker", queue::take);
    assertThat(blockOf("taker", "[LinkedBlockingQueue.take")).contains("LinkedBlockingQueue.take(");
    queue.add(1);
  }

  @Test
  void stack_parkedBare_isPark() {
    Thread parker = start("parker", LockSupport::park);
    assertThat(blockOf("parker", "[park")).doesNotContain("LockSupport");
    parker.interrupt();
  }

  @Test
  void stack_waitingForMonitor_isMonitorEnter() throws Exception {
    Object monitor = new Object();
    synchronized (monitor) {
      Go.goLocked(() -> {
        Thread.currentThread().setName("enterer");
        synchronized (monitor) {
          Thread.currentThread().setName("entered");
        }
      });
      assertThat(blockOf("enterer", "[monitor enter")).contains(", locked to thread");
    }
  }

  @Test
  void stack_acceptingConnections_isIoWait() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Go.go("accepter", () -> {
        try {
          socket.accept().close();
        } catch (SocketException e) {
          assertThat(socket.isClosed()).isTrue();
        }
      });
      assertThat(blockOf("accepter", "[IO wait")).contains("ServerSocket.accept(");
    }
  }

  @Test
  void stack_ofTheCurrentOnly_isOneRunningGoroutine() {
    Chan<String> dump = Chan.make();
    Go.go("dumper", () -> dump.send(GoRuntime.stack(false)));
    assertThat(dump.receive())
        .matches("(?s)goroutine \\d+ \\[running labels:\\{\"name\": \"dumper\"\\}\\]:\n\tat .*")
        .containsPattern("\\]:\n\tat \\S*dev.goguard.runtime.GoRuntime.stack\\(")
        .doesNotContain("\n\n");
  }

  @Test
  void stack_selecting_beginsWithThePublicOperation() {
    Chan<Integer> never = Chan.make();
    Go.go(
        "selector",
        () -> Select.of(never.onReceive(v -> {}), never.onReceive(v -> {})).run());
    assertThat(blockOf("selector", "[select"))
        .containsPattern("\\]:\n\tat \\S*dev.goguard.runtime.Select.run\\(");
    never.close();
  }

  @Test
  void stack_awaitingACondition_namesIt() {
    ReentrantLock lock = new ReentrantLock();
    Condition condition = lock.newCondition();
    Thread awaiter = start("awaiter", () -> {
      lock.lockInterruptibly();
      try {
        condition.await();
      } finally {
        lock.unlock();
      }
    });
    assertThat(blockOf("awaiter", "[Condition.await")).contains("ConditionObject.await(");
    awaiter.interrupt();
  }

  @Test
  void stack_onAThreadOfItsOwn_hasNoInventedName() {
    Chan<String> dump = Chan.make();
    Go.goLocked(() -> dump.send(GoRuntime.stack(false)));
    assertThat(dump.receive()).matches("(?s)goroutine \\d+ \\[running, locked to thread\\]:\n.*");
  }

  @Test
  void stack_all_beginsWithTheCurrentGoroutine() {
    Chan<String> dump = Chan.make();
    Go.go("dumper", () -> dump.send(GoRuntime.stack(true)));
    assertThat(dump.receive())
        .matches("(?s)goroutine \\d+ \\[running labels:\\{\"name\": \"dumper\"\\}\\]:\n.*");
  }

  @Test
  void stack_outsideOfGoroutines_hasNoCurrentOne() {
    assertThat(GoRuntime.stack(false)).isEmpty();
    assertThat(GoRuntime.stackJson(false)).isEqualTo("[]\n");
  }

  @Test
  void stackJson_labelled_holdsStateLabelsAndFrames() {
    Chan<String> dump = Chan.make();
    Go.go("json \"1\"", () -> {
      GoRuntime.setLabels(Map.of("tenant", "a\nb"));
      dump.send(GoRuntime.stackJson(false));
    });
    assertThat(dump.receive())
        .startsWith("[{\"goroutine\":")
        .contains("\"name\":\"json \\\"1\\\"\",\"state\":\"running\",\"minutes\":0,"
            + "\"lockedToThread\":false,\"labels\":{\"tenant\":\"a\\nb\"},\"frames\":[{\"class\":")
        .endsWith("}]}]\n");
  }

  @Test
  void goroutineProfile_sameStack_isCountedOnce() {
    WaitGroup parked = new WaitGroup();
    Chan<Integer> never = Chan.make();
    for (int i = 0; i < 3; i++) {
      parked.go(() -> {
        assertThat(never.receive()).isNull();
      });
    }
    String profile = GoRuntime.goroutineProfile();
    while (!profile.contains("\n3 @ [chan receive]\n#\t")) {
      Thread.yield();
      profile = GoRuntime.goroutineProfile();
    }
    assertThat(profile).startsWith("goroutine profile: total ");
    never.close();
    parked.await();
  }

  @Test
  void stack_inDebugMode_tellsTheCreator() throws Exception {
    ForkedJvm.Outcome outcome =
        ForkedJvm.execute(List.of("-Dgoguard.debug=true"), PanickingProgram.class, "stack");
    assertThat(outcome.out())
        .containsPattern("created by dev.goguard.runtime.PanickingProgram.\\S+ in goroutine 1\n"
            + "\tat \\S*dev.goguard.runtime.PanickingProgram");
  }

  private static String blockOf(String name, String status) {
    while (true) {
      for (String block : GoRuntime.stack(true).split("\n\n")) {
        if (block.contains("\"name\": \"" + name + "\"") && block.contains(status)) {
          return block + "\n";
        }
      }
      Thread.yield();
    }
  }

  /** Starts a goroutine that may end by an interrupt. */
  private static Thread start(String name, GoBody body) {
    return new GoStatement(
            () -> {
              try {
                body.run();
              } catch (InterruptedException e) {
                assertThat(Thread.interrupted()).isFalse();
              }
            },
            null)
        .start(name);
  }

  @Test
  void stack_labelCalledName_doesNotReplaceTheName() {
    Chan<String> dump = Chan.make();
    Go.go("worker", () -> {
      GoRuntime.setLabels(Map.of("name", "label"));
      dump.send(GoRuntime.stack(false));
    });
    assertThat(dump.receive()).contains(" labels:{\"name\": \"worker\", \"name\": \"label\"}]:\n");
  }
}
