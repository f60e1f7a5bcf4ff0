package io.chipwire.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A mail server on this machine that says what it is told to say. */
final class MailScript implements AutoCloseable {

  private static final Map<String, String> USUAL =
      Map.of(
          "greeting", "220 mail.example",
          "EHLO", "250-mail.example\r\n250 AUTH PLAIN",
          "AUTH", "235 welcome",
          "DATA", "354 go on",
          "QUIT", "221 bye");

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Map<String, String> answers;
  private final CountDownLatch left = new CountDownLatch(1);

  /**
   * A server.
   *
   * @param answers by a command's name, {@code greeting}, or {@code .} for a mail's end; where
   *     there is none it agrees; an empty one is no answer
   */
  MailScript(Map<String, String> answers) throws IOException {
    this.answers = answers;
    Thread.ofVirtual().start(this::serve);
  }

  private void serve() {
    try {
      while (true) {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket client) {
    try (client;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
      OutputStream out = client.getOutputStream();
      answer(out, "greeting");
      boolean data = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!data || line.equals(".")) {
          String command = line.split(" ", 2)[0];
          answer(out, command);
          data = command.equals("DATA") && !answers.containsKey("DATA");
        }
      }
    } catch (IOException e) {
      // the client has left
    } finally {
      left.countDown();
    }
  }

  private void answer(OutputStream out, String command) throws IOException {
    String answer = answers.getOrDefault(command, USUAL.getOrDefault(command, "250 fine"));
    if (!answer.isEmpty()) {
      out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  MailServer server() {
    return new MailServer(
        "127.0.0.1",
        socket.getLocalPort(),
        false,
        "ann",
        "hush",
        "alerts@example.org",
        "stop@example.org");
  }

  /** Counts down when a client is gone. */
  CountDownLatch left() {
    return left;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
