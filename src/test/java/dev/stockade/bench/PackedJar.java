package dev.stockade.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** What the floors take out of our jar, lest they compare themselves with other classes. */
final class PackedJar implements Closeable {
  private static final String CORE = "core/";
  private static final String STORED = ".classdata";
  private static final String ASM = CORE + "dev/stockade/lib/bytebuddy/jar/asm/";

  private final JarFile jar;

  PackedJar(Path jar) throws IOException {
    this.jar = new JarFile(jar.toFile());
  }

  /** The bytes of a class of the engine, by its name with slashes. */
  byte[] classFile(String name) throws IOException {
    return content(CORE + name + STORED);
  }

  /** The weaver's library, unpacked below a folder, and the names of its class files there. */
  List<String> asm(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    for (JarEntry entry : jar.stream().filter(each -> each.getName().startsWith(ASM)).toList()) {
      String name = entry.getName().substring(CORE.length()).replace(STORED, ".class");
      Files.createDirectories(folder.resolve(name).getParent());
      Files.write(folder.resolve(name), content(entry.getName()));
      names.add(name);
    }
    return names;
  }

  /** The classes of the JDK that have hooks, by their names with slashes. */
  List<String> hookedClassesOfJdk() throws IOException {
    String rows =
        new String(content(CORE + "dev/stockade/library/hooks.txt"), StandardCharsets.UTF_8);
    return rows.lines()
        .map(row -> row.split("\t", -1)[3])
        .filter(name -> name.startsWith("sun/") || name.startsWith("jdk/"))
        .distinct()
        .toList();
  }

  private byte[] content(String name) throws IOException {
    try (InputStream in = jar.getInputStream(jar.getJarEntry(name))) {
      return in.readAllBytes();
    }
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
