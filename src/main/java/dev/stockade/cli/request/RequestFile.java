package dev.stockade.cli.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Requests in a file, in whichever of the known forms; the form is recognized by what is in it. */
public final class RequestFile {
  private static final int MAX = 32 << 20;

  private RequestFile() {}

  /**
   * @param name {@code -} for the stream
   */
  public static void read(String name, InputStream in, Consumer<Request> requests)
      throws UnreadableException {
    byte[] bytes;
    try (InputStream file = name.equals("-") ? in : Files.newInputStream(Paths.get(name))) {
      bytes = TextBytes.plain(all(file));
    } catch (IOException | RuntimeException e) {
      throw new UnreadableException(name, 0, "cannot be read");
    }
    if (bytes.length > MAX) {
      throw new UnreadableException(name, 0, "more than " + MAX + " bytes");
    }
    if (TextBytes.firstVisible(bytes) == '{') {
      String text = new String(bytes, UTF_8);
      if (HarRequests.isHar(text)) {
        HarRequests.read(name, text, requests);
      } else {
        JsonRequests.read(name, bytes, requests);
      }
      return;
    }
    texts(name, bytes).forEach(requests);
  }

  /** The first line that has the shape of a known form decides. */
  private static List<Request> texts(String name, byte[] bytes) throws UnreadableException {
    String text = new String(bytes, ISO_8859_1);
    String[] lines = text.split("\r?\n", -1);
    boolean first = true;
    for (String line : lines) {
      if (line.length() > TextBytes.MAX_SHAPE || line.trim().isEmpty()) {
        continue;
      }
      if (first && HeadLines.isStart(line)) {
        break;
      }
      first = false;
      if (CurlTrace.isStart(line)) {
        return CurlTrace.read(name, lines);
      } else if (WireLog.isStart(line)) {
        return WireLog.read(name, lines);
      } else if (BotoLog.isStart(line)) {
        return BotoLog.read(lines);
      } else if (HexDump.isStart(line)) {
        return HexDump.read(name, lines);
      } else if (MitmFlow.isStart(line)) {
        return MitmFlow.read(lines);
      } else if (CurlCommand.isStart(line) && !hasTrace(lines)) {
        return CurlCommand.read(name, new String(bytes, UTF_8));
      }
    }
    return Collections.singletonList(RawRequest.parse(name, bytes));
  }

  /** A terminal's text has the command first, and then what it printed. */
  private static boolean hasTrace(String[] lines) {
    for (String line : lines) {
      if (line.length() <= TextBytes.MAX_SHAPE && CurlTrace.isStart(line)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] all(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] some = new byte[8192];
    for (int read = in.read(some); read >= 0 && out.size() <= MAX; read = in.read(some)) {
      out.write(some, 0, read);
    }
    return out.toByteArray();
  }
}
