package dev.stockade.e2e.rows;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The class files of jars or of a JDK. */
interface ClassFiles {
  String END = ".class";

  /** Gives all to somebody, who reads those that matter. */
  void each(Reader reader) throws IOException;

  /** Whoever looks at them. */
  interface Reader {
    /**
     * @param name internal name
     * @return whether to go on
     */
    boolean reads(String name, Bytes bytes) throws IOException;
  }

  /** The bytes of one. */
  interface Bytes {
    byte[] read() throws IOException;
  }

  static ClassFiles jars(List<Path> jars) {
    return reader -> {
      for (Path jar : jars) {
        if (!eachIn(jar, reader)) {
          return;
        }
      }
    };
  }

  private static boolean eachIn(Path path, Reader reader) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (isClass(entry.getName()) && !reader.reads(name(entry.getName()), read(jar, entry))) {
          return false;
        }
      }
    }
    return true;
  }

  private static Bytes read(JarFile jar, JarEntry entry) {
    return () -> {
      try (InputStream in = jar.getInputStream(entry)) {
        return in.readAllBytes();
      }
    };
  }

  /** Of the modules that are hooked. */
  static ClassFiles jdk(Path home, int feature) {
    Path lib = home.resolve("jre/lib");
    return feature == 8
        ? jars(List.of(lib.resolve("jsse.jar"), lib.resolve("rt.jar")))
        : reader -> eachInModules(home, reader);
  }

  private static void eachInModules(Path home, Reader reader) throws IOException {
    URI uri = URI.create("jrt:/");
    try (FileSystem jdk = FileSystems.newFileSystem(uri, Map.of("java.home", home.toString()))) {
      for (String module : List.of("java.net.http", "jdk.httpserver", "java.base")) {
        Path root = jdk.getPath("/modules/" + module);
        try (Stream<Path> all = Files.walk(root)) {
          for (Path file : all.filter(path -> isClass(path.toString())).toList()) {
            String name = name(root.relativize(file).toString());
            if (!reader.reads(name, () -> Files.readAllBytes(file))) {
              return;
            }
          }
        }
      }
    }
  }

  private static boolean isClass(String file) {
    return file.endsWith(END);
  }

  private static String name(String file) {
    return file.substring(0, file.length() - END.length());
  }
}
