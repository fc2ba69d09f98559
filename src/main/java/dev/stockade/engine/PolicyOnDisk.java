package dev.stockade.engine;

import dev.stockade.policy.file.PolicyFile;
import dev.stockade.policy.file.Problem;
import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;

/** The policy file as it was read last, and whether it is another one by now. */
final class PolicyOnDisk {
  private static final long LARGEST = 1 << 20;

  private final String path;
  private final File file;
  private String target;
  private long modified;
  private long length;
  private PolicyFile good;
  private String error;

  PolicyOnDisk(String path) {
    this.path = path;
    this.file = new File(path);
  }

  String path() {
    return path;
  }

  /** The last one without errors; null when there was none. */
  PolicyFile good() {
    return good;
  }

  /** Why the file as it is now is not in force; null when it is. */
  String error() {
    return error;
  }

  /** Whether the file was written, made, replaced or removed since it was read. */
  boolean isChanged() {
    return file.lastModified() != modified || file.length() != length || !target().equals(target);
  }

  /** Where Kubernetes mounts a ConfigMap, a link leads to another folder after each change. */
  private String target() {
    try {
      return file.getCanonicalPath();
    } catch (IOException e) {
      return path;
    }
  }

  /** Whether there is another policy now. A bad file is told of and changes nothing. */
  boolean read() {
    target = target();
    modified = file.lastModified();
    length = file.length();
    try {
      if (file.exists() && !file.isFile()) {
        // Opening a pipe would wait for whoever writes it.
        throw new IOException("it is no regular file");
      }
      if (length > LARGEST) {
        throw new IOException("it has " + length + " bytes, allowed are " + LARGEST);
      }
      PolicyFile next = PolicyFile.parse(path, bytes(), System.currentTimeMillis());
      error = firstError(next);
      if (error != null || (good != null && good.digest().equals(next.digest()))) {
        return false;
      }
      good = next;
      return true;
    } catch (IOException e) {
      error = "policy file " + path + " cannot be read: " + e.getMessage();
      return false;
    }
  }

  /** A file that grows or shrinks meanwhile has another length or time afterwards: read again. */
  private byte[] bytes() throws IOException {
    byte[] bytes = new byte[(int) length];
    DataInputStream in = new DataInputStream(new FileInputStream(file));
    try {
      in.readFully(bytes);
      return bytes;
    } finally {
      in.close();
    }
  }

  private static String firstError(PolicyFile file) {
    int errors = 0;
    String first = null;
    for (Problem problem : file.problems()) {
      if (problem.isError()) {
        errors++;
        first = first == null ? problem.toString() : first;
      }
    }
    return errors > 1 ? first + " (and " + (errors - 1) + " more)" : first;
  }
}
