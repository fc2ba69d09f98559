package dev.stockade.journal.record;

import dev.stockade.base.Digest;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Ties each line of a journal to the one before: the field {@code prev} is that line's {@link
 * Digest}, without its line feed, so a line that is changed, removed, added or moved later shows at
 * the next one.
 */
public final class HashChain {
  /** What the first line of an empty file names: there was none before. */
  public static final String GENESIS = "sha256:" + repeat('0', 64);

  private final MessageDigest digest = Digest.sha256();

  private final SharedFile shared;

  /**
   * @param shared by all that write to the file, in whose turn each of these is called
   */
  HashChain(SharedFile shared) {
    this.shared = shared;
  }

  /**
   * A file is about to be appended to. The first one says how the chain goes on, and so do lines of
   * another process. A file that has become shorter does not, or one with lines cut off would have
   * its rest called whole.
   */
  void follow(File file) throws IOException {
    long length = file.length();
    if (shared.last() == null || length > shared.length()) {
      byte[] line = lastLine(file);
      shared.last(line == null ? GENESIS : hash(line, line.length));
    }
    shared.length(length);
  }

  /** What the next record names as {@code prev}. */
  String last() {
    return shared.last();
  }

  /**
   * A record is in the file.
   *
   * @param line with its line feed
   */
  void written(byte[] line) {
    shared.last(hash(line, line.length - 1));
    shared.length(shared.length() + line.length);
  }

  /** A torn line was ended: the next record names what there was of it. */
  void ended() {
    shared.length(shared.length() + 1);
  }

  private String hash(byte[] line, int length) {
    digest.reset();
    digest.update(line, 0, length);
    return Digest.name(digest.digest());
  }

  /** Without its line feed; null where there is none. */
  private static byte[] lastLine(File file) throws IOException {
    if (!file.isFile() || file.length() == 0) {
      return null;
    }
    try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
      long end = in.length();
      in.seek(end - 1);
      end -= in.read() == '\n' ? 1 : 0;
      long begin = end;
      while (begin > 0) {
        in.seek(begin - 1);
        if (in.read() == '\n') {
          break;
        }
        begin--;
      }
      byte[] line = new byte[(int) (end - begin)];
      in.seek(begin);
      in.readFully(line);
      return line;
    }
  }

  private static String repeat(char c, int count) {
    char[] all = new char[count];
    Arrays.fill(all, c);
    return new String(all);
  }
}
