package dev.stockade.agent;

import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A jar, held in memory as it is on disk: one read at start, and each entry inflated when it is
 * asked for. With JarFile every entry would have to be opened and inflated before main, which costs
 * more than all the rest of the start.
 *
 * <p>Reads what this project's build writes: no ZIP64, no encryption. Layout: APPNOTE.TXT 4.3.
 */
final class JarBytes {
  private static final int END_OF_DIRECTORY = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int DIRECTORY_ENTRY = 0x02014b50;
  private static final int DIRECTORY_LENGTH = 46;
  private static final int LOCAL_LENGTH = 30;

  private final byte[] jar;

  /**
   * Entries below the folder, chained by the length of their names: {@code first} leads from a
   * length, {@code next} from an entry to another, both to an index + 1 in {@code places}, which
   * holds positions in the central directory. Making and hashing 300 strings would cost more.
   */
  private final int[] first = new int[256];

  private int[] next;
  private int[] places;
  private final int prefix;

  /**
   * @param folder ends with a slash; what is not below it is left out
   * @throws IOException when the file cannot be read or is not a whole jar
   */
  JarBytes(File file, String folder) throws IOException {
    jar = new byte[(int) file.length()];
    DataInputStream in = new DataInputStream(new FileInputStream(file));
    try {
      in.readFully(jar);
    } finally {
      in.close();
    }
    prefix = folder.length();
    int found = 0;
    try {
      found = index(folder);
    } catch (IndexOutOfBoundsException e) {
      // Not a jar, or the end of it is missing.
    }
    if (found == 0) {
      throw new IOException(file + " is not a whole Stockade jar: get it again");
    }
  }

  /** The content of an entry below the folder; null when there is none. */
  byte[] get(String name) {
    int at = find(name);
    if (at < 0) {
      return null;
    }
    int method = u2(at + 10);
    int packed = i4(at + 20);
    byte[] content = new byte[i4(at + 24)];
    int local = i4(at + 42);
    int data = local + LOCAL_LENGTH + u2(local + 26) + u2(local + 28);
    if (method == 0) {
      System.arraycopy(jar, data, content, 0, content.length);
      return content;
    }
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(jar, data, packed);
      int done = 0;
      while (done < content.length) {
        int more = inflater.inflate(content, done, content.length - done);
        if (more == 0) {
          throw new IllegalStateException(name + " in the Stockade jar is damaged");
        }
        done += more;
      }
      return content;
    } catch (DataFormatException e) {
      throw new IllegalStateException(name + " in the Stockade jar is damaged", e);
    } finally {
      inflater.end();
    }
  }

  private int index(String folder) {
    int end = jar.length - END_LENGTH;
    while (i4(end) != END_OF_DIRECTORY) {
      end--;
    }
    int count = u2(end + 10);
    next = new int[count];
    places = new int[count];
    int found = 0;
    int at = i4(end + 16);
    for (int left = count; left > 0 && i4(at) == DIRECTORY_ENTRY; left--) {
      int length = u2(at + 28);
      int below = length - prefix;
      if (below > 0 && below < first.length && stands(folder, at + DIRECTORY_LENGTH)) {
        places[found] = at;
        next[found] = first[below];
        first[below] = ++found;
      }
      at += DIRECTORY_LENGTH + length + u2(at + 30) + u2(at + 32);
    }
    return found;
  }

  /** The entry's position in the central directory, or -1. */
  private int find(String name) {
    int length = name.length();
    int entry = length < first.length ? first[length] : 0;
    for (; entry > 0; entry = next[entry - 1]) {
      int at = places[entry - 1];
      if (stands(name, at + DIRECTORY_LENGTH + prefix)) {
        return at;
      }
    }
    return -1;
  }

  /** Compares from the end, where names of one length differ most. */
  private boolean stands(String ascii, int at) {
    for (int i = ascii.length() - 1; i >= 0; i--) {
      if (jar[at + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int u2(int at) {
    return (jar[at] & 0xff) | (jar[at + 1] & 0xff) << 8;
  }

  private int i4(int at) {
    return u2(at) | u2(at + 2) << 16;
  }
}
