package sample;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;

/** Threads that tell each other by files, sockets and references. */
public final class TransferCases {
  private static int data;
  private static int printed;

  private TransferCases() {}

  /** What may throw. */
  private interface Action {
    void run() throws Exception;
  }

  private static Runnable of(Action action) {
    return () -> {
      try {
        action.run();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    };
  }

  public static void main(String[] args) throws Exception {
    Path file = Files.createTempFile("transfer", "");
    streams(file);
    sockets();
    references();
    Cases.racy("threads that print", TransferCases::print, TransferCases::print);
    Files.delete(file);
  }

  private static void streams(Path file) throws Exception {
    Cases.clean(
        "a file",
        of(() -> {
          data = 1;
          try (OutputStream out = new FileOutputStream(file.toFile())) {
            out.write(1);
          }
        }),
        of(() -> {
          while (lastByte(file) != 1) {
            Thread.onSpinWait();
          }
          data++;
        }));
    Pipe pipe = Pipe.open();
    Cases.clean(
        "a pipe",
        of(() -> {
          data = 2;
          pipe.sink().write(ByteBuffer.wrap(new byte[1]));
        }),
        of(() -> {
          pipe.source().read(ByteBuffer.allocate(1));
          data++;
        }));
  }

  private static int lastByte(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      return in.read();
    }
  }

  private static void sockets() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Cases.clean(
          "a socket",
          of(() -> {
            try (Socket client = new Socket(server.getInetAddress(), server.getLocalPort())) {
              data = 3;
              client.getOutputStream().write(1);
            }
          }),
          of(() -> {
            try (Socket accepted = server.accept();
                InputStream in = accepted.getInputStream()) {
              in.read();
              data++;
            }
          }));
    }
  }

  private static void references() throws Exception {
    ReferenceQueue<Object> queue = new ReferenceQueue<>();
    Object kept = new Object();
    Reference<Object> reference = new WeakReference<>(kept, queue);
    Cases.clean(
        "a reference that is enqueued",
        () -> {
          data = 4;
          reference.enqueue();
        },
        of(() -> {
          queue.remove();
          data++;
        }));
    Reference.reachabilityFence(kept);
  }

  private static void print() {
    try {
      System.out.write(new byte[] {'.', '\n'});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    printed++;
    System.out.flush();
  }
}
