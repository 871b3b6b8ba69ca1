package sample;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Volatile fields of classes that are as they were, accessed by ones that are instrumented. */
public final class UnlinkedVolatiles {
  private UnlinkedVolatiles() {}

  private static final class Stream extends FilterInputStream {
    Stream() {
      super(null);
    }

    void publish(InputStream published) {
      in = published;
    }

    boolean isPublished() {
      return in != null;
    }
  }

  private static void inOrder(String name, Runnable first, Runnable second) throws Exception {
    System.err.println("-- " + name);
    Thread one = new Thread(first);
    Thread two = new Thread(second);
    one.start();
    two.start();
    one.join();
    two.join();
  }

  private static void early() throws Exception {
    Cell c = new Cell();
    Early early = new Early();
    inOrder(
        "field",
        () -> {
          c.value = 1;
          early.when = 1;
        },
        () -> {
          while (early.when == 0) {
            Thread.onSpinWait();
          }
          c.value++;
        });
    Cell d = new Cell();
    inOrder(
        "static",
        () -> {
          d.value = 1;
          Early.turn = 1;
        },
        () -> {
          while (Early.turn == 0) {
            Thread.onSpinWait();
          }
          d.value++;
        });
  }

  private static void handles() throws Exception {
    VarHandle ready = MethodHandles.lookup().findVarHandle(Early.class, "ready", int.class);
    Cell c = new Cell();
    Early early = new Early();
    inOrder(
        "fieldAndHandle",
        () -> {
          c.value = 1;
          ready.setRelease(early, 1);
        },
        () -> {
          while (early.ready == 0) {
            Thread.onSpinWait();
          }
          c.value++;
        });
  }

  private static void jdk() throws Exception {
    Cell c = new Cell();
    Stream stream = new Stream();
    inOrder(
        "jdk",
        () -> {
          c.value = 1;
          stream.publish(new ByteArrayInputStream(new byte[1]));
        },
        () -> {
          while (!stream.isPublished()) {
            Thread.onSpinWait();
          }
          c.value++;
        });
    Cell d = new Cell();
    inOrder(
        "race",
        () -> {
          stream.publish(new ByteArrayInputStream(new byte[1]));
          d.value = 1;
        },
        () -> {
          stream.isPublished();
          d.value = 2;
        });
  }

  public static void main(String[] args) throws Exception {
    early();
    handles();
    jdk();
    System.err.println("-- end");
  }
}
