package dev.stockade.agent;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The core's part of the jar. Its front is read at once and kept, as a class that is needed an hour
 * later must not depend on a file that an upgrade has replaced, and loading it inside a transformer
 * must not open anything: the start block with all that a start loads, and what the engine may need
 * besides. The rest, for policy files and the commands, is read when it is first asked for.
 *
 * <p>The file stays open until then, so that an upgrade which renames another one into its place
 * changes nothing. One that was written over in place is noticed by its stamp.
 *
 * <p>The block, all numbers little-endian: magic, length of the jar, stamp (8 bytes), length of the
 * front from the block on, number of slots (a power of two), then the slots: hash of an entry's
 * name below the folder, and its place, 0 for an empty slot, negative for an offset in the block,
 * else the position of its local header in the jar. In the block an entry is the length of its name
 * (2 bytes), the name, its size, its bytes. The jar ends with the stamp.
 */
final class JarBytes {
  /** The entry with the block, which follows the manifest. */
  private static final String BLOCK = "core.block";

  private static final int MAGIC = 0x314b5453;
  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int LOCAL_LENGTH = 30;
  private static final int LENGTH = 4;
  private static final int STAMP = 8;
  private static final int STAMP_LENGTH = 8;
  private static final int FRONT = 16;
  private static final int SLOTS = 24;

  /** Room for the manifest and two headers. */
  private static final int HEAD = 1024;

  private final File file;
  private final String folder;

  /** From the block on, which is at this position of the jar. */
  private byte[] front;

  private int frontAt;

  /** The file behind the front; null once it was read. */
  private InputStream in;

  private byte[] rest;

  /** Null where there is a block. */
  private JarIndex index;

  /**
   * @param folder ends with a slash; what is not below it is left out
   * @throws IOException when the file cannot be read or is not a whole jar
   */
  JarBytes(File file, String folder) throws IOException {
    this.file = file;
    this.folder = folder;
    in = new FileInputStream(file);
    try {
      byte[] head = new byte[HEAD];
      int read = read(head, 0);
      int at = block(head, read);
      // A build that packs the jar anew may keep the block, and its places would be wrong then.
      if (at > 0 && i4(head, at + LENGTH) == file.length()) {
        takeFront(head, read, at);
      } else {
        takeAll(head, read);
      }
    } catch (IOException e) {
      close(in);
      throw e;
    }
  }

  /** The content of an entry below the folder; null when there is none. */
  byte[] get(String name) {
    if (index != null) {
      return index.get(name);
    }
    int hash = name.hashCode();
    int mask = i4(front, SLOTS - 4) - 1;
    for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
      int place = i4(front, SLOTS + 8 * slot + 4);
      if (place == 0) {
        return null;
      }
      if (i4(front, SLOTS + 8 * slot) == hash) {
        byte[] content = place < 0 ? inBlock(-place, name) : inJar(place, name);
        if (content != null) {
          return content;
        }
      }
    }
  }

  private byte[] inBlock(int at, String name) {
    int length = u2(front, at);
    if (length != name.length() || !stands(name, front, at + 2)) {
      return null;
    }
    byte[] content = new byte[i4(front, at + 2 + length)];
    System.arraycopy(front, at + 2 + length + 4, content, 0, content.length);
    return content;
  }

  private byte[] inJar(int place, String name) {
    int end = frontAt + front.length;
    byte[] jar = place < end ? front : rest();
    int at = place < end ? place - frontAt : place - end;
    int length = u2(jar, at + 26);
    int start = at + LOCAL_LENGTH;
    if (length != folder.length() + name.length() || !stands(name, jar, start + folder.length())) {
      return null;
    }
    int data = start + length + u2(jar, at + 28);
    return JarIndex.content(jar, data, u2(jar, at + 8), i4(jar, at + 18), i4(jar, at + 22), name);
  }

  private synchronized byte[] rest() {
    if (rest == null) {
      try {
        byte[] read = new byte[i4(front, LENGTH) - frontAt - front.length];
        int end = read(read, 0) - STAMP_LENGTH;
        for (int i = 0; i < STAMP_LENGTH; i++) {
          if (end < 0 || read[end + i] != front[STAMP + i]) {
            throw new IOException("it was written over while in use");
          }
        }
        rest = read;
      } catch (IOException e) {
        throw new IllegalStateException(
            "the rest of " + file + " cannot be had: " + e.getMessage() + "; start again", e);
      }
      close(in);
      in = null;
    }
    return rest;
  }

  /** Where the block starts in the jar's head; 0 when it has none. */
  private static int block(byte[] head, int read) {
    if (read < HEAD || i4(head, 0) != LOCAL_HEADER) {
      return 0;
    }
    int at = LOCAL_LENGTH + u2(head, 26) + u2(head, 28) + i4(head, 18);
    int start = at + LOCAL_LENGTH + BLOCK.length();
    boolean isThere =
        at > 0
            && start + SLOTS < read
            && i4(head, at) == LOCAL_HEADER
            && stands(BLOCK, head, at + LOCAL_LENGTH)
            && i4(head, start) == MAGIC;
    return isThere ? start : 0;
  }

  private void takeFront(byte[] head, int read, int at) throws IOException {
    frontAt = at;
    front = new byte[i4(head, at + FRONT)];
    System.arraycopy(head, at, front, 0, read - at);
    if (read(front, read - at) < front.length) {
      throw notWhole();
    }
  }

  private void takeAll(byte[] head, int read) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream((int) file.length() + 1);
    all.write(head, 0, read);
    byte[] some = new byte[1 << 16];
    for (int more = in.read(some); more >= 0; more = in.read(some)) {
      all.write(some, 0, more);
    }
    close(in);
    in = null;
    index = new JarIndex(all.toByteArray(), folder);
    if (index.isEmpty()) {
      throw notWhole();
    }
  }

  private IOException notWhole() {
    return new IOException(file + " is not a whole Stockade jar: get it again");
  }

  /** Fills the array from an index on; how much of it is full then, less only at the file's end. */
  private int read(byte[] into, int from) throws IOException {
    int done = from;
    while (done < into.length) {
      int more = in.read(into, done, into.length - done);
      if (more < 0) {
        break;
      }
      done += more;
    }
    return done;
  }

  private static void close(Closeable file) {
    try {
      file.close();
    } catch (IOException e) {
      // It was only read.
    }
  }

  /** Compares from the end, where names of one length differ most. */
  private static boolean stands(String ascii, byte[] in, int at) {
    for (int i = ascii.length() - 1; i >= 0; i--) {
      if (in[at + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int u2(byte[] in, int at) {
    return (in[at] & 0xff) | (in[at + 1] & 0xff) << 8;
  }

  private static int i4(byte[] in, int at) {
    return u2(in, at) | u2(in, at + 2) << 16;
  }
}
