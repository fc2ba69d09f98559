package dev.stockade.agent;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The entries of a jar by its central directory: of a Stockade jar without a start block, as one of
 * another version, or one that a build has repacked.
 *
 * <p>Reads what jar tools write: no ZIP64, no encryption. Layout: APPNOTE.TXT 4.3.
 */
final class JarIndex {
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
  private final boolean isEmpty;

  /**
   * @param jar the whole file
   * @param folder ends with a slash; what is not below it is left out
   */
  JarIndex(byte[] jar, String folder) {
    this.jar = jar;
    prefix = folder.length();
    int found = 0;
    try {
      found = index(folder);
    } catch (IndexOutOfBoundsException e) {
      // Not a jar, or the end of it is missing.
    }
    isEmpty = found == 0;
  }

  /** Whether it is not a whole jar, or has nothing below the folder. */
  boolean isEmpty() {
    return isEmpty;
  }

  /** The content of an entry below the folder; null when there is none. */
  byte[] get(String name) {
    int at = find(name);
    if (at < 0) {
      return null;
    }
    int local = i4(at + 42);
    int data = local + LOCAL_LENGTH + u2(local + 26) + u2(local + 28);
    return content(jar, data, u2(at + 10), i4(at + 20), i4(at + 24), name);
  }

  /**
   * An entry's content, inflated where it has to be.
   *
   * @param method 0 for stored
   * @throws IllegalStateException when it is damaged
   */
  static byte[] content(byte[] jar, int data, int method, int packed, int size, String name) {
    byte[] content = new byte[size];
    if (method == 0) {
      System.arraycopy(jar, data, content, 0, size);
      return content;
    }
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(jar, data, packed);
      int done = 0;
      while (done < size) {
        int more = inflater.inflate(content, done, size - done);
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
