import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Moves what only commands use into one file: {@code java PackCommands.java CORE} makes {@code
 * CORE/commands.jar} of it. That is stored, not compressed, because the jar which it lies in is:
 * similar classes are packed smaller as one, and have no headers of their own there.
 *
 * <p>{@code CoreLoader} opens it, in the JVM of a command. Nothing that an engine may load belongs
 * here: an older shim, which loads an engine from a newer jar, does not know of this file.
 */
final class PackCommands {
  private static final String PACKED = "commands.jar";

  /** Folders below CORE. */
  private static final List<String> FOLDERS =
      List.of(
          "dev/stockade/cli",
          "dev/stockade/lib/bytebuddy/agent",
          "dev/stockade/lib/gson",
          "dev/stockade/lib/picocli");

  private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

  private PackCommands() {}

  public static void main(String[] arguments) throws IOException {
    Path core = Path.of(arguments[0]);
    Map<String, Path> files = new TreeMap<>();
    for (String folder : FOLDERS) {
      try (Stream<Path> below = Files.walk(core.resolve(folder))) {
        for (Path file : below.filter(Files::isRegularFile).toList()) {
          files.put(core.relativize(file).toString().replace('\\', '/'), file);
        }
      }
    }
    if (files.isEmpty()) {
      throw new IllegalStateException("nothing to pack in " + core + ": unpack the core again");
    }
    try (OutputStream out = Files.newOutputStream(core.resolve(PACKED));
        ZipOutputStream jar = new ZipOutputStream(out)) {
      for (Map.Entry<String, Path> file : files.entrySet()) {
        store(jar, file.getKey(), Files.readAllBytes(file.getValue()));
      }
    }
    for (Path file : files.values()) {
      Files.delete(file);
    }
  }

  private static void store(ZipOutputStream jar, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(DATE);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    jar.putNextEntry(entry);
    jar.write(content);
    jar.closeEntry();
  }
}
