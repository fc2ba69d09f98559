package dev.stockade.e2e.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs an agent that is not Stockade. */
public final class AgentJar {
  private AgentJar() {}

  /**
   * Of one class, which is the agent, and others that it needs.
   *
   * @param classPath what else it needs; may be null
   */
  public static Path of(Path file, Path classPath, Class<?> agent, Class<?>... others)
      throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (classPath != null) {
      main.put(Attributes.Name.CLASS_PATH, classPath.toUri().toString());
    }
    main.putValue("Agent-Class", agent.getName());
    main.putValue("Can-Retransform-Classes", "true");
    main.putValue("Can-Redefine-Classes", "true");
    try (OutputStream stream = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(stream, manifest)) {
      add(jar, agent);
      for (Class<?> other : others) {
        add(jar, other);
      }
    }
    return file;
  }

  private static void add(JarOutputStream jar, Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    jar.putNextEntry(new JarEntry(name));
    try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
      in.transferTo(jar);
    }
  }
}
