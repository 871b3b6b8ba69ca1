package dev.goguard.analysis.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing a call does.
 *
 * @param on the object it happens to
 * @param mode for locks
 * @param when the result on which it happens
 * @param timed gives up after a time
 * @param blocking may wait
 * @param repeating the task runs again and again
 * @param body the functional value that runs
 * @param executor for {@link EventKind#EXECUTOR} and for spawns whose executor is fixed by the call
 */
public record Effect(
    EventKind kind,
    Operand on,
    Mode mode,
    When when,
    boolean timed,
    boolean blocking,
    boolean repeating,
    @Nullable Operand body,
    @Nullable ExecutorKind executor) {

  /** How a lock is taken. */
  public enum Mode {
    EXCLUSIVE,
    READ,
    /** Taken again by its owner without blocking. */
    REENTRANT,
    MONITOR
  }

  /** The result that means that the event happened. */
  public enum When {
    ALWAYS,
    TRUE,
    FALSE,
    NONZERO
  }

  /** How many tasks an executor runs at once. */
  public enum ExecutorKind {
    /** One at a time, in order. */
    SINGLE,
    /** At most a fixed number. */
    BOUNDED,
    /** A new thread for every task that finds none idle. */
    UNBOUNDED,
    /** The calling thread. */
    CALLER
  }

  /** The same effect, of another kind. */
  public Effect withKind(EventKind newKind) {
    return new Effect(newKind, on, mode, when, timed, blocking, repeating, body, executor);
  }

  /** The same effect, under a lock of the called method. */
  public Effect underLock() {
    return new Effect(kind, on, Mode.MONITOR, when, timed, blocking, repeating, body, executor);
  }

  /** The same effect, with another body. */
  public Effect withBody(Operand newBody) {
    return new Effect(kind, on, mode, when, timed, blocking, repeating, newBody, executor);
  }

  /** Runs a functional value before the call returns. */
  public static Effect invokeNow(Operand body) {
    return new Effect(
        EventKind.INVOKE_NOW,
        Operand.RECEIVER,
        Mode.EXCLUSIVE,
        When.ALWAYS,
        false,
        false,
        false,
        body,
        null);
  }

  /**
   * Reads the form {@code event [key=value]... [flag]...}, for instance {@code acquire mode=read
   * when=true timed}.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  static Effect parse(String text) {
    var words = text.trim().split("\\s+");
    var builder = new Builder(constant(EventKind.class, words[0], "event"));
    for (int i = 1; i < words.length; i++) {
      builder.word(words[i]);
    }
    return builder.build();
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text, String what) {
    try {
      return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("unknown " + what + " '" + text + "'", e);
    }
  }

  private static final class Builder {
    private final EventKind kind;
    private Operand on = Operand.RECEIVER;
    private Mode mode = Mode.EXCLUSIVE;
    private When when = When.ALWAYS;
    private boolean timed;
    private boolean blocking;
    private boolean repeating;
    private @Nullable Operand body;
    private @Nullable ExecutorKind executor;

    Builder(EventKind kind) {
      this.kind = kind;
    }

    void word(String word) {
      int equals = word.indexOf('=');
      if (equals < 0) {
        flag(word);
      } else {
        key(word.substring(0, equals), word.substring(equals + 1));
      }
    }

    private void flag(String flag) {
      switch (flag) {
        case "timed" -> timed = true;
        case "blocking" -> blocking = true;
        case "repeating" -> repeating = true;
        default -> throw new IllegalArgumentException("unknown flag '" + flag + "'");
      }
    }

    private void key(String key, String value) {
      switch (key) {
        case "on" -> on = Operand.parse(value);
        case "mode" -> mode = constant(Mode.class, value, "mode");
        case "when" -> when = constant(When.class, value, "result");
        case "body" -> body = Operand.parse(value);
        case "executor" -> executor = constant(ExecutorKind.class, value, "executor kind");
        default -> throw new IllegalArgumentException("unknown key '" + key + "'");
      }
    }

    Effect build() {
      return new Effect(kind, on, mode, when, timed, blocking, repeating, body, executor);
    }
  }
}
