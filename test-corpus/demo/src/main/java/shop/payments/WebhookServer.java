package shop.payments;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Takes the messages that partners send, one line each. */
public final class WebhookServer implements AutoCloseable {
  private final ServerSocket server;
  private final Consumer<String> handler;

  public WebhookServer(Consumer<String> handler) throws IOException {
    this.handler = handler;
    this.server = new ServerSocket(0);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Serves until the server is closed. */
  public void serve() throws IOException {
    try {
      while (!server.isClosed()) {
        Socket partner = server.accept();
        Thread.ofVirtual().name("webhook").start(() -> answer(partner));
      }
    } catch (SocketException e) {
      System.out.println("webhooks closed");
    }
  }

  private void answer(Socket partner) {
    try (partner;
        BufferedReader in = new BufferedReader(
            new InputStreamReader(partner.getInputStream(), StandardCharsets.UTF_8))) {
      handler.accept(in.readLine());
      partner.getOutputStream().write("ok\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      System.out.println("webhook lost: " + e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
