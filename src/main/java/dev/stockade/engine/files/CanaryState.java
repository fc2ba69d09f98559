package dev.stockade.engine.files;

import dev.stockade.base.PrivateFile;
import dev.stockade.policy.canary.CanaryChange;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The file in which what a canary took back survives a restart: one line for each, only ever added
 * to, so that a crash costs at most the last line.
 */
public final class CanaryState {
  private static final int MAX_LINES = 10_000;
  private static final int MAX_LINE = 8_192;
  private static final long MAX_BYTES = 16 << 20;

  private final File file;

  public CanaryState(String path) {
    this.file = new File(path);
  }

  /** Oldest first; empty when there is no file. */
  public List<CanaryChange> read() throws IOException {
    List<CanaryChange> changes = new ArrayList<CanaryChange>();
    if (!file.exists()) {
      return changes;
    }
    checkKind();
    InputStream in = new BufferedInputStream(new FileInputStream(file), MAX_LINE);
    try {
      readLines(in, changes);
    } finally {
      in.close();
    }
    return changes;
  }

  /** Lines that no canary writes cost no memory, and a file that none fills no time. */
  private static void readLines(InputStream in, List<CanaryChange> changes) throws IOException {
    byte[] line = new byte[MAX_LINE];
    int length = 0;
    int lines = 0;
    for (long left = MAX_BYTES; left > 0 && lines < MAX_LINES; left--) {
      int next = in.read();
      if (next >= 0 && next != '\n') {
        if (length < line.length) {
          line[length] = (byte) next;
        }
        length++;
        continue;
      }
      CanaryChange change =
          length > line.length
              ? null
              : CanaryChange.parse(new String(line, 0, length, StandardCharsets.UTF_8));
      if (change != null) {
        changes.add(change);
      }
      length = 0;
      lines++;
      if (next < 0) {
        return;
      }
    }
  }

  /** Starts with a line feed, which ends a torn line of a process that crashed. */
  public void append(List<CanaryChange> changes) throws IOException {
    StringBuilder text = new StringBuilder(file.length() > 0 ? "\n" : "");
    for (CanaryChange change : changes) {
      text.append(change.toLine()).append('\n');
    }
    checkKind();
    PrivateFile.create(file);
    FileOutputStream out = new FileOutputStream(file, true);
    try {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    } finally {
      out.close();
    }
  }

  /** Opening a pipe would wait for its other end. */
  private void checkKind() throws IOException {
    if (file.exists() && !file.isFile()) {
      throw new IOException(file + " is no regular file");
    }
  }
}
