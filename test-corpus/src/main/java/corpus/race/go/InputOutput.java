package corpus.race.go;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.goguard.runtime.Time;
import dev.goguard.runtime.WaitGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** After {@code io_test.go}: what was written happens before what reads it. */
final class InputOutput {
  private static int handled;

  private InputOutput() {}

  /** A file that says that something is done. */
  static void noRaceIOFile() throws IOException {
    Captured v = new Captured();
    Path folder = Files.createTempDirectory("race");
    Path file = folder.resolve("data");
    WaitGroup all = new WaitGroup();
    all.go(() -> {
      v.x = 42;
      Files.write(file, "done".getBytes(StandardCharsets.US_ASCII));
    });
    while (Files.notExists(file) || Files.readAllBytes(file).length == 0) {
      Time.sleep(Duration.ofMillis(1));
    }
    int seen = v.x;
    all.await();
    Files.delete(file);
    Files.delete(folder);
  }

  /** A request and its response, in one process. */
  static void noRaceIOHttp() throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(any, 0);
    server.createContext("/", InputOutput::handle);
    server.start();
    try {
      handled++;
      get(server.getAddress());
      handled++;
      get(server.getAddress());
      handled++;
    } finally {
      server.stop(0);
    }
  }

  private static void handle(HttpExchange exchange) throws IOException {
    handled++;
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static void get(InetSocketAddress address) throws IOException {
    String url = "http://" + address.getHostString() + ":" + address.getPort();
    URI.create(url).toURL().openStream().close();
  }
}
