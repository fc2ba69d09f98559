package dev.stockade.apps;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/**
 * An agent that builds a loaded class anew from its file, as careless ones do: what other agents
 * had put in is lost. It shares nothing with Stockade.
 */
public final class Rebuilder implements ClassFileTransformer {
  private final Class<?> wanted;
  private final byte[] file;

  private Rebuilder(Class<?> wanted, byte[] file) {
    this.wanted = wanted;
    this.file = file;
  }

  /** {@code arguments} are {@code retransform}, {@code once} or {@code redefine}, and a class. */
  public static void agentmain(String arguments, Instrumentation instrumentation) throws Exception {
    String way = arguments.substring(0, arguments.indexOf(' '));
    Class<?> wanted = Class.forName(arguments.substring(way.length() + 1), false, null);
    byte[] file = fileOf(wanted);
    if (way.equals("redefine")) {
      instrumentation.redefineClasses(new ClassDefinition(wanted, file));
      return;
    }
    Rebuilder rebuilder = new Rebuilder(wanted, file);
    instrumentation.addTransformer(rebuilder, true);
    instrumentation.retransformClasses(wanted);
    if (way.equals("once")) {
      instrumentation.removeTransformer(rebuilder);
    }
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    return redefined == wanted ? file.clone() : null;
  }

  private static byte[] fileOf(Class<?> type) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in =
        ClassLoader.getSystemResourceAsStream(type.getName().replace('.', '/') + ".class")) {
      byte[] bytes = new byte[8192];
      for (int read = in.read(bytes); read > 0; read = in.read(bytes)) {
        out.write(bytes, 0, read);
      }
    }
    return out.toByteArray();
  }
}
