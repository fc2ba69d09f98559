package dev.stockade.engine;

import dev.stockade.journal.PrivateFile;
import dev.stockade.policy.CanaryChange;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The file in which what a canary took back survives a restart: one line for each, only ever added
 * to, so that a crash costs at most the last line.
 */
final class CanaryState {
  private static final int MOST_LINES = 10_000;

  private final File file;

  CanaryState(String path) {
    this.file = new File(path);
  }

  /** Oldest first; empty when there is no file. */
  List<CanaryChange> read() throws IOException {
    List<CanaryChange> changes = new ArrayList<CanaryChange>();
    if (!file.exists()) {
      return changes;
    }
    checkKind();
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8));
    try {
      String line = lines.readLine();
      for (int i = 0; line != null && i < MOST_LINES; i++) {
        CanaryChange change = CanaryChange.parse(line);
        if (change != null) {
          changes.add(change);
        }
        line = lines.readLine();
      }
    } finally {
      lines.close();
    }
    return changes;
  }

  /** Begins with a line end, which closes a torn line of a process that crashed. */
  void append(List<CanaryChange> changes) throws IOException {
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

  /** Opening a pipe would wait for somebody at its other end. */
  private void checkKind() throws IOException {
    if (file.exists() && !file.isFile()) {
      throw new IOException(file + " is no regular file");
    }
  }
}
