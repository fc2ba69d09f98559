package dev.stockade.e2e.kit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What stockade.jar holds, with what the jar of the commands in it holds. */
public final class PackedJar {
  private static final String CORE = "core/";
  private static final String COMMANDS = CORE + "commands.jar";

  private PackedJar() {}

  /** Contents by name. */
  public static Map<String, byte[]> entries() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (JarFile jar = new JarFile(ChildJvm.JAR.toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        try (InputStream in = jar.getInputStream(entry)) {
          entries.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    entries.putAll(commands(entries.remove(COMMANDS)));
    return entries;
  }

  /** What only commands use. */
  public static Map<String, byte[]> commands() throws IOException {
    try (JarFile jar = new JarFile(ChildJvm.JAR.toFile());
        InputStream in = jar.getInputStream(jar.getEntry(COMMANDS))) {
      return commands(in.readAllBytes());
    }
  }

  private static Map<String, byte[]> commands(byte[] packed) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(CORE + entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }
}
