import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Puts the start block into the packed jar: {@code java StartBlock.java JAR LIST}. LIST names the
 * classes that a start loads, one a line. Its form is described in {@code JarBytes}, which reads
 * it.
 *
 * <p>The classes stay entries of their own, too: an older shim that attaches with this jar finds
 * them there. Everything else is copied as it is packed; folders are left out.
 */
final class StartBlock {
  private static final String FOLDER = "core/";
  private static final String BLOCK = "core.block";
  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final int MAGIC = 0x314b5453;
  private static final int LOCAL = 0x04034b50;
  private static final int DIRECTORY = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int LOCAL_LENGTH = 30;
  private static final int DIRECTORY_LENGTH = 46;
  private static final int END_LENGTH = 22;
  private static final int STAMP_LENGTH = 8;
  private static final int HEADER = 24;

  /** Below the folder: what no hook and no transformer ever needs, so that it is read later. */
  private static final List<String> LATER =
      List.of("commands.jar", "dev/stockade/lib/snakeyaml/", "dev/stockade/journal/format/");

  /** One entry as it is packed. */
  private record Entry(String name, short method, int time, int crc, int size, byte[] packed) {
    int length() {
      return LOCAL_LENGTH + name.length() + packed.length;
    }

    byte[] content() throws DataFormatException {
      if (method == 0) {
        return packed;
      }
      Inflater inflater = new Inflater(true);
      inflater.setInput(packed);
      byte[] content = new byte[size];
      if (inflater.inflate(content) != size) {
        throw new IllegalStateException(name + " is damaged");
      }
      inflater.end();
      return content;
    }
  }

  private StartBlock() {}

  public static void main(String[] arguments) throws Exception {
    Path jar = Path.of(arguments[0]);
    List<Entry> entries = read(Files.readAllBytes(jar));
    TreeSet<String> start = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of(arguments[1]))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        start.add(line.contains(".") ? line : line + ".classdata");
      }
    }
    Files.write(jar, packed(entries, start));
  }

  private static List<Entry> read(byte[] bytes) {
    ByteBuffer jar = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int end = bytes.length - END_LENGTH;
    while (jar.getInt(end) != END) {
      end--;
    }
    List<Entry> entries = new ArrayList<>();
    int at = jar.getInt(end + 16);
    for (int left = jar.getShort(end + 10) & 0xffff; left > 0; left--) {
      String name = text(bytes, at + DIRECTORY_LENGTH, jar.getShort(at + 28));
      int local = jar.getInt(at + 42);
      byte[] packed = new byte[jar.getInt(at + 20)];
      int data = local + LOCAL_LENGTH + jar.getShort(local + 26) + jar.getShort(local + 28);
      System.arraycopy(bytes, data, packed, 0, packed.length);
      if (name.equals(BLOCK)) {
        throw new IllegalStateException("the jar has a start block already");
      }
      if (!name.endsWith("/")) {
        entries.add(
            new Entry(
                name,
                jar.getShort(at + 10),
                jar.getInt(at + 12),
                jar.getInt(at + 16),
                jar.getInt(at + 24),
                packed));
      }
      at += DIRECTORY_LENGTH + name.length() + jar.getShort(at + 30) + jar.getShort(at + 32);
    }
    return entries;
  }

  private static byte[] packed(List<Entry> entries, TreeSet<String> first) throws Exception {
    Map<String, Entry> core = new LinkedHashMap<>();
    Entry manifest = null;
    for (Entry entry : entries) {
      if (entry.name.startsWith(FOLDER)) {
        core.put(entry.name.substring(FOLDER.length()), entry);
      } else if (entry.name.equals(MANIFEST)) {
        manifest = entry;
      }
    }
    for (String name : first) {
      if (!core.containsKey(name)) {
        throw new IllegalStateException("no class " + name + ", which the list of the start names");
      }
    }
    entries.remove(manifest);
    entries.sort(Comparator.comparing(StartBlock::isLater));
    entries.add(0, manifest);

    int slots = Integer.highestOneBit(core.size()) << 1;
    ByteArrayOutputStream classes = new ByteArrayOutputStream();
    Map<String, Integer> places = new LinkedHashMap<>();
    int blockLength = HEADER + 8 * slots;
    for (String name : first) {
      byte[] content = core.get(name).content();
      places.put(name, -(blockLength + classes.size()));
      ByteBuffer one = little(2 + name.length() + 4 + content.length);
      one.putShort((short) name.length()).put(ascii(name)).putInt(content.length).put(content);
      classes.write(one.array());
    }
    blockLength += classes.size();
    int at = manifest.length() + LOCAL_LENGTH + BLOCK.length() + blockLength;
    int start = at - blockLength;
    int front = at;
    int directory = DIRECTORY_LENGTH + BLOCK.length();
    for (Entry entry : entries) {
      directory += DIRECTORY_LENGTH + entry.name.length();
      if (entry != manifest) {
        if (core.containsValue(entry)) {
          places.putIfAbsent(entry.name.substring(FOLDER.length()), at);
        }
        at += entry.length();
        front = isLater(entry) ? front : at;
      }
    }
    byte[] stamp = stamp(entries);
    ByteBuffer block = little(blockLength);
    block.putInt(MAGIC).putInt(at + directory + END_LENGTH + STAMP_LENGTH);
    block.put(stamp).putInt(front - start).putInt(slots);
    places.forEach((name, place) -> slot(block, slots, name, place));
    block.position(HEADER + 8 * slots).put(classes.toByteArray());
    CRC32 crc = new CRC32();
    crc.update(block.array());
    entries.add(
        1,
        new Entry(
            BLOCK, (short) 0, manifest.time, (int) crc.getValue(), blockLength, block.array()));
    return jar(entries, stamp);
  }

  private static boolean isLater(Entry entry) {
    return !entry.name.startsWith(FOLDER)
        || LATER.stream().anyMatch(entry.name.substring(FOLDER.length())::startsWith);
  }

  private static void slot(ByteBuffer block, int slots, String name, int place) {
    int slot = name.hashCode() & (slots - 1);
    while (block.getInt(HEADER + 8 * slot + 4) != 0) {
      slot = (slot + 1) & (slots - 1);
    }
    block.putInt(HEADER + 8 * slot, name.hashCode());
    block.putInt(HEADER + 8 * slot + 4, place);
  }

  private static byte[] jar(List<Entry> entries, byte[] stamp) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      ByteBuffer one = little(DIRECTORY_LENGTH + entry.name.length());
      one.putInt(DIRECTORY).putShort((short) 10).putShort((short) 10).putShort((short) 0);
      fields(one, entry);
      one.position(42).putInt(out.size());
      one.put(ascii(entry.name));
      directory.write(one.array());
      ByteBuffer local = little(LOCAL_LENGTH + entry.name.length());
      local.putInt(LOCAL).putShort((short) 10).putShort((short) 0);
      fields(local, entry);
      local.position(LOCAL_LENGTH).put(ascii(entry.name));
      out.write(local.array());
      out.write(entry.packed);
    }
    ByteBuffer end = little(END_LENGTH);
    end.putInt(END).putInt(0).putShort((short) entries.size()).putShort((short) entries.size());
    end.putInt(directory.size()).putInt(out.size()).putShort((short) STAMP_LENGTH);
    out.write(directory.toByteArray());
    out.write(end.array());
    out.write(stamp);
    return out.toByteArray();
  }

  private static void fields(ByteBuffer header, Entry entry) {
    header.putShort(entry.method).putInt(entry.time).putInt(entry.crc);
    header.putInt(entry.packed.length).putInt(entry.size).putShort((short) entry.name.length());
  }

  private static byte[] stamp(List<Entry> entries) throws NoSuchAlgorithmException {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    for (Entry entry : entries) {
      sha.update(ascii(entry.name));
      sha.update(entry.packed);
    }
    byte[] stamp = new byte[STAMP_LENGTH];
    System.arraycopy(sha.digest(), 0, stamp, 0, STAMP_LENGTH);
    return stamp;
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes, int at, int length) {
    return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
  }
}
