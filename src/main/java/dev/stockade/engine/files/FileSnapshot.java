package dev.stockade.engine.files;

import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.Arrays;

/** A file at one moment: where it really lies, its time, its length, what it holds. Immutable. */
final class FileSnapshot {
  private static final long MAX = 1 << 20;

  private final String target;
  private final long modified;
  private final long length;
  private final boolean exists;
  private final byte[] bytes;
  private final String problem;

  private FileSnapshot(File file, boolean withContent) {
    target = target(file);
    modified = file.lastModified();
    length = file.length();
    exists = file.exists();
    byte[] read = null;
    String wrong = null;
    try {
      read = withContent ? read(file) : null;
    } catch (IOException e) {
      wrong = e.getMessage();
    }
    bytes = read;
    problem = wrong;
  }

  static FileSnapshot of(File file) {
    return new FileSnapshot(file, true);
  }

  /** Whether the file now has another target, time or length, or was created or deleted. */
  boolean differs(File file) {
    FileSnapshot now = new FileSnapshot(file, false);
    return !isAt(now);
  }

  boolean isSame(FileSnapshot other) {
    return isAt(other) && Arrays.equals(bytes, other.bytes);
  }

  boolean holdsTheSame(FileSnapshot other) {
    return bytes != null && Arrays.equals(bytes, other.bytes);
  }

  boolean isElsewhere(FileSnapshot other) {
    return !target.equals(other.target);
  }

  boolean exists() {
    return exists;
  }

  /** Nothing but white space. */
  boolean isEmpty() {
    for (int i = 0; bytes != null && i < bytes.length; i++) {
      if (bytes[i] > ' ' || bytes[i] < 0) {
        return false;
      }
    }
    return bytes != null;
  }

  /** In milliseconds since the epoch. */
  long modified() {
    return modified;
  }

  long length() {
    return length;
  }

  /** Null when it could not be read. */
  byte[] bytes() {
    return bytes;
  }

  /** Why it could not be read, else null. */
  String problem() {
    return problem;
  }

  private boolean isAt(FileSnapshot other) {
    return exists == other.exists
        && modified == other.modified
        && length == other.length
        && target.equals(other.target);
  }

  /** Where Kubernetes mounts a ConfigMap, a link leads to another folder after each change. */
  private static String target(File file) {
    try {
      return file.getCanonicalPath();
    } catch (IOException e) {
      return file.getPath();
    }
  }

  private byte[] read(File file) throws IOException {
    if (exists && !file.isFile()) {
      // Opening a pipe would wait for its writer.
      throw new IOException("it is no regular file");
    }
    if (length > MAX) {
      throw new IOException("it has " + length + " bytes, allowed are " + MAX);
    }
    byte[] content = new byte[(int) length];
    DataInputStream in = new DataInputStream(new FileInputStream(file));
    try {
      in.readFully(content);
      return content;
    } finally {
      in.close();
    }
  }
}
