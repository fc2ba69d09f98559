package dev.stockade.weave.reflect;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * Finds out whether a method of the application does nothing, or answers true to everything: by
 * reading its class file, never by calling it, so that no code of others runs because of the
 * question. Where the code does anything at all, or cannot be read, the answer is no.
 */
public final class NoOpMethods {
  private static final String LAMBDA = "$$Lambda";

  private NoOpMethods() {}

  /** Whether the method that runs for objects of the class only returns. */
  public static boolean doesNothing(Class<?> type, String method, String descriptor) {
    return bodyOf(type, method, descriptor) == MethodBody.Kind.RETURNS;
  }

  /** Whether the method that runs for objects of the class, perhaps a lambda's, returns true. */
  public static boolean isAlwaysTrue(Class<?> type, String method, String descriptor) {
    int end = type.getName().indexOf(LAMBDA);
    if (end < 0) {
      return bodyOf(type, method, descriptor) == MethodBody.Kind.RETURNS_TRUE;
    }
    Class<?>[] kinds = type.getInterfaces();
    byte[] host = classFile(type.getClassLoader(), type.getName().substring(0, end));
    return host != null
        && kinds.length == 1
        && LambdaBodies.areAlwaysTrue(host, kinds[0].getName().replace('.', '/'), method);
  }

  /** Null when it is not known. */
  private static MethodBody.Kind bodyOf(Class<?> type, String method, String descriptor) {
    for (Class<?> at = type; at != null && at.getClassLoader() != null; at = at.getSuperclass()) {
      byte[] bytes = classFile(at.getClassLoader(), at.getName());
      if (bytes == null) {
        return null;
      }
      MethodBody.Finder finder = new MethodBody.Finder(method, descriptor);
      OpenedClassReader.of(bytes).accept(finder, MethodBody.PLAIN);
      if (finder.found != null) {
        return finder.found;
      }
    }
    return null;
  }

  private static byte[] classFile(ClassLoader loader, String name) {
    try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        return null;
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
      byte[] part = new byte[4096];
      for (int count = in.read(part); count >= 0; count = in.read(part)) {
        bytes.write(part, 0, count);
      }
      return bytes.toByteArray();
    } catch (Throwable unreadable) {
      // The loader may be the application's, and BlockHound throws an Error where a thread of
      // Reactor's reads a file.
      return null;
    }
  }
}
