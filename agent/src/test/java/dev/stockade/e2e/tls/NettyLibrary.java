package dev.stockade.e2e.tls;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Library;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import net.bytebuddy.utility.OpenedClassReader;

/** Netty with BoringSSL, in the versions that are tested. */
enum NettyLibrary {
  NETTY_4_1_100("4.1.100.Final", "2.0.61.Final"),
  NETTY_4_1("4.1.140.Final", "2.0.84.Final"),
  NETTY_4_2("4.2.20.Final", "2.0.84.Final"),
  /** Moved under another package, natives among it. */
  GRPC_NETTY_SHADED(null, null);

  private static final String SHADED = "io/grpc/netty/shaded/";

  private final String handler;
  private final String tcnative;

  NettyLibrary(String handler, String tcnative) {
    this.handler = handler;
    this.tcnative = tcnative;
  }

  /** For {@code -cp}, with test-apps. */
  String classPath() throws IOException {
    if (this == GRPC_NETTY_SHADED) {
      return movedPrograms()
          + File.pathSeparator
          + Library.of("io.grpc:grpc-netty-shaded:1.85.1").classPath();
    }
    Library library =
        Library.of(
            "io.netty:netty-handler:" + handler,
            "io.netty:netty-tcnative-boringssl-static:" + tcnative,
            "io.netty:netty-tcnative-boringssl-static:jar:linux-x86_64:" + tcnative);
    return ChildJvm.TEST_APPS + File.pathSeparator + library.classPath();
  }

  /** The programs of test-apps, speaking to the moved Netty. */
  private static Path movedPrograms() throws IOException {
    Remapper remapper =
        new Remapper(OpenedClassReader.ASM_API) {
          @Override
          public String map(String name) {
            return name.startsWith("io/netty/") ? SHADED + name : name;
          }
        };
    Path moved = Files.createTempFile("stockade-moved", ".jar");
    moved.toFile().deleteOnExit();
    try (JarFile from = new JarFile(ChildJvm.TEST_APPS);
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(moved))) {
      for (JarEntry entry : (Iterable<JarEntry>) from.stream()::iterator) {
        if (entry.getName().endsWith(".class")) {
          ClassWriter writer = new ClassWriter(0);
          try (InputStream in = from.getInputStream(entry)) {
            new ClassReader(in.readAllBytes()).accept(new ClassRemapper(writer, remapper), 0);
          }
          out.putNextEntry(new ZipEntry(entry.getName()));
          out.write(writer.toByteArray());
        }
      }
    }
    return moved;
  }
}
