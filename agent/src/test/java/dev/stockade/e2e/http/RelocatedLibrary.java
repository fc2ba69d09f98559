package dev.stockade.e2e.http;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Library;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import net.bytebuddy.utility.OpenedClassReader;

/** A library and the program on it, moved under other packages as builds do that shade. */
public final class RelocatedLibrary {
  /**
   * The first as in the AWS SDK's bundle, which drops {@code org}. The last two leave no name by
   * which Bouncy Castle could be known.
   */
  private static final Map<String, String> MOVES =
      Map.of(
          "org/apache/http/", "com/amazonaws/thirdparty/apache/http/",
          "org/apache/hc/", "com/example/shaded/hc/",
          "okhttp3/", "com/example/shaded/okhttp3/",
          "org/bouncycastle/jsse/provider/", "com/example/other/",
          "org/bouncycastle/tls/", "com/example/other/tls/");

  private static final Remapper REMAPPER =
      new Remapper(OpenedClassReader.ASM_API) {
        @Override
        public String map(String name) {
          for (Map.Entry<String, String> move : MOVES.entrySet()) {
            if (name.startsWith(move.getKey())) {
              return move.getValue() + name.substring(move.getKey().length());
            }
          }
          return name;
        }
      };

  private RelocatedLibrary() {}

  /** For {@code -cp}: one jar, with test-apps. */
  public static String classPath(ClientProgram program) throws IOException {
    return classPath(program.library(program.newest()));
  }

  /** Likewise. */
  public static String classPath(Library library) throws IOException {
    Path moved = Files.createTempFile("stockade-relocated", ".jar");
    moved.toFile().deleteOnExit();
    List<Path> jars = new ArrayList<>(library.jars());
    jars.add(Path.of(ChildJvm.TEST_APPS));
    Set<String> written = new HashSet<>();
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(moved))) {
      for (Path jar : jars) {
        copy(jar, out, written);
      }
    }
    return moved.toString();
  }

  private static void copy(Path jar, JarOutputStream out, Set<String> written) throws IOException {
    try (JarFile from = new JarFile(jar.toFile())) {
      for (JarEntry entry : (Iterable<JarEntry>) from.stream()::iterator) {
        String name = REMAPPER.map(entry.getName());
        if (entry.isDirectory() || name.startsWith("META-INF/") || !written.add(name)) {
          continue;
        }
        try (InputStream in = from.getInputStream(entry)) {
          out.putNextEntry(new ZipEntry(name));
          out.write(name.endsWith(".class") ? moved(in) : in.readAllBytes());
        }
      }
    }
  }

  private static byte[] moved(InputStream in) throws IOException {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(in.readAllBytes()).accept(new ClassRemapper(writer, REMAPPER), 0);
    return writer.toByteArray();
  }
}
