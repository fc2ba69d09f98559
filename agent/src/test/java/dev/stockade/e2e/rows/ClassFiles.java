package dev.stockade.e2e.rows;

import dev.stockade.weave.HookTable;
import dev.stockade.weave.Weaver;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Weaves the class files of a jar or JDK in memory; keeps which rows found their method. */
final class ClassFiles {
  private static final String END = ".class";

  private final HookTable table;
  private final BitSet met = new BitSet();
  private final BitSet woven = new BitSet();

  ClassFiles(HookTable table) {
    this.table = table;
  }

  ClassFiles jar(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().endsWith(END)) {
          String name = entry.getName().substring(0, entry.getName().length() - END.length());
          if (table.in(name) != null) {
            try (InputStream in = jar.getInputStream(entry)) {
              weave(name, in.readAllBytes());
            }
          }
        }
      }
    }
    return this;
  }

  /** JDK 9 or newer. */
  ClassFiles modules(Path home) throws IOException {
    URI uri = URI.create("jrt:/");
    try (FileSystem jdk = FileSystems.newFileSystem(uri, Map.of("java.home", home.toString()))) {
      for (String module : List.of("java.base", "java.net.http", "jdk.httpserver")) {
        Path root = jdk.getPath("/modules/" + module);
        try (Stream<Path> all = Files.walk(root)) {
          for (Path file : all.filter(path -> path.toString().endsWith(END)).toList()) {
            String path = root.relativize(file).toString();
            String name = path.substring(0, path.length() - END.length());
            if (table.in(name) != null) {
              weave(name, Files.readAllBytes(file));
            }
          }
        }
      }
    }
    return this;
  }

  private void weave(String name, byte[] bytes) {
    int[] ids = table.in(name);
    for (int id : ids) {
      met.set(id);
    }
    Weaver.weave(bytes, table, ids, woven);
  }

  /** The rows whose class and method are there. */
  SortedSet<String> found() {
    TreeSet<String> names = new TreeSet<>();
    woven.stream().forEach(id -> names.add(id + " " + table.get(id)));
    return names;
  }

  /** The rows whose class is there without the method, though every version should have it. */
  SortedSet<String> lacking() {
    TreeSet<String> names = new TreeSet<>();
    met.stream()
        .filter(id -> !woven.get(id) && !table.get(id).isOptional())
        .forEach(id -> names.add(table.get(id).className() + " " + table.get(id)));
    return names;
  }
}
