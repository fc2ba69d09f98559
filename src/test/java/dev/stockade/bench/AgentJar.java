package dev.stockade.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A small agent, compiled from its source: Java 8 bytecode with the API of the JDK at hand. */
final class AgentJar {
  private AgentJar() {}

  static Path make(Path folder, String name, String source) throws IOException {
    return make(folder, name, source, List.of());
  }

  /**
   * @param name of the class, with its package
   * @param with class files below the folder, which it is compiled against and needs
   */
  static Path make(Path folder, String name, String source, List<String> with) throws IOException {
    String path = name.replace('.', '/');
    Path file = folder.resolve(path + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
    String[] words = {
      "-source", "8", "-target", "8", "-Xlint:-options", "-cp", "" + folder, "-d", "" + folder
    };
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.add(file.toString());
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(new String[0]));
    if (failed != 0) {
      throw new IOException("the agent " + name + " does not compile");
    }
    List<String> entries = new ArrayList<>(with);
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .map(made -> folder.relativize(made).toString())
          .filter(made -> made.matches(path + "(\\$.*)?\\.class"))
          .sorted()
          .forEach(entries::add);
    }
    Path jar = folder.resolve(name + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest(name))) {
      for (String entry : entries) {
        out.putNextEntry(new JarEntry(entry));
        out.write(Files.readAllBytes(folder.resolve(entry)));
      }
    }
    return jar;
  }

  private static Manifest manifest(String name) {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", name);
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    return manifest;
  }
}
