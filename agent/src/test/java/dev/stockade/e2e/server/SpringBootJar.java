package dev.stockade.e2e.server;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Library;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * Puts test-apps into a jar of Spring Boot's layout, with Spring Boot's own launcher: the
 * application under BOOT-INF/classes, its libraries as stored jars under BOOT-INF/lib.
 */
public final class SpringBootJar {
  private SpringBootJar() {}

  /**
   * @param loader spring-boot-loader in the version wanted
   * @param launcher its main class, which moved to another package in 3.2
   */
  public static void make(
      Path file, Library loader, String launcher, String program, Library library)
      throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, launcher);
    main.putValue("Start-Class", "dev.stockade.apps." + program);
    main.putValue("Spring-Boot-Classes", "BOOT-INF/classes/");
    main.putValue("Spring-Boot-Lib", "BOOT-INF/lib/");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      addLauncher(jar, loader.jars().get(0));
      addFolder(jar, "BOOT-INF/");
      addFolder(jar, "BOOT-INF/classes/");
      addApplication(jar, Path.of(ChildJvm.TEST_APPS));
      addFolder(jar, "BOOT-INF/lib/");
      for (Path dependency : library.jars()) {
        addStored(jar, "BOOT-INF/lib/" + dependency.getFileName(), dependency);
      }
    }
  }

  private static void addLauncher(JarOutputStream out, Path loader) throws IOException {
    try (JarFile jar = new JarFile(loader.toFile())) {
      for (var entry : jar.stream().filter(e -> e.getName().startsWith("org/")).toList()) {
        try (InputStream in = jar.getInputStream(entry)) {
          add(out, entry.getName(), in.readAllBytes());
        }
      }
    }
  }

  private static void addApplication(JarOutputStream out, Path source) throws IOException {
    if (!Files.isDirectory(source)) {
      try (JarFile jar = new JarFile(source.toFile())) {
        for (var entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
          try (InputStream in = jar.getInputStream(entry)) {
            add(out, "BOOT-INF/classes/" + entry.getName(), in.readAllBytes());
          }
        }
      }
      return;
    }
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        add(out, "BOOT-INF/classes/" + source.relativize(file), Files.readAllBytes(file));
      }
    }
  }

  private static void addFolder(JarOutputStream out, String name) throws IOException {
    add(out, name, new byte[0]);
  }

  private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(content);
    out.closeEntry();
  }

  /** The launcher reads nested jars in place, which only works without compression. */
  private static void addStored(JarOutputStream out, String name, Path jar) throws IOException {
    byte[] content = Files.readAllBytes(jar);
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    out.putNextEntry(entry);
    out.write(content);
    out.closeEntry();
  }
}
