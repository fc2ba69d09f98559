package dev.stockade.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;

/** An agent with an empty {@code premain}: it shows what the JVM's own support for agents costs. */
final class EmptyAgentJar {
  private EmptyAgentJar() {}

  static Path make(Path folder) throws IOException {
    Path source = folder.resolve("EmptyAgent.java");
    Files.writeString(
        source, "public class EmptyAgent { public static void premain(String argument) {} }");
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "--release", "8", "-Xlint:-options", source.toString());
    if (failed != 0) {
      throw new IOException("the empty agent does not compile");
    }
    Path jar = folder.resolve("empty.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest())) {
      out.putNextEntry(new JarEntry("EmptyAgent.class"));
      out.write(Files.readAllBytes(folder.resolve("EmptyAgent.class")));
    }
    return jar;
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", "EmptyAgent");
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    return manifest;
  }
}
