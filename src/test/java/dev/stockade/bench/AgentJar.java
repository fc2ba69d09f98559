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
    Path file = folder.resolve(name + ".java");
    Files.writeString(file, source);
    List<String> words =
        List.of("-source", "8", "-target", "8", "-Xlint:-options", "-d", folder.toString());
    List<String> arguments = new ArrayList<>(words);
    arguments.add(file.toString());
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(new String[0]));
    if (failed != 0) {
      throw new IOException("the agent " + name + " does not compile");
    }
    Path jar = folder.resolve(name + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest(name));
        Stream<Path> files = Files.list(folder)) {
      for (Path made : files.filter(each -> isOf(name, each)).sorted().toList()) {
        out.putNextEntry(new JarEntry(made.getFileName().toString()));
        out.write(Files.readAllBytes(made));
      }
    }
    return jar;
  }

  /** With the nested classes. */
  private static boolean isOf(String name, Path file) {
    return file.getFileName().toString().matches(name + "(\\$.*)?\\.class");
  }

  private static Manifest manifest(String name) {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", name);
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    return manifest;
  }
}
