package dev.stockade.cli;

import dev.stockade.aws.RequestHead;
import dev.stockade.cli.Sigv4Command.UnreadableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.function.Consumer;

/** Requests in a file: one raw HTTP request, or JSON lines when it begins with a brace. */
final class RequestFile {
  private RequestFile() {}

  /**
   * @param name {@code -} for the stream
   */
  static void read(String name, InputStream in, Consumer<RequestHead> requests)
      throws UnreadableException {
    byte[] bytes;
    try {
      bytes = name.equals("-") ? all(in) : Files.readAllBytes(Paths.get(name));
    } catch (IOException | RuntimeException e) {
      throw new UnreadableException(name, 0, "cannot be read");
    }
    if (firstVisible(bytes) == '{') {
      JsonRequests.read(name, bytes, requests);
    } else {
      requests.accept(RawRequest.parse(name, bytes));
    }
  }

  private static int firstVisible(byte[] bytes) {
    for (byte one : bytes) {
      if (one > ' ') {
        return one;
      }
    }
    return -1;
  }

  private static byte[] all(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] some = new byte[8192];
    for (int read = in.read(some); read >= 0; read = in.read(some)) {
      out.write(some, 0, read);
    }
    return out.toByteArray();
  }
}
