package dev.stockade.e2e.contract;

import dev.stockade.e2e.kit.PackedJar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Loads of stockade.jar what its own shim loads for a command. */
final class PackedCommands extends ClassLoader {
  private final Map<String, byte[]> entries;

  PackedCommands() throws IOException {
    super(getPlatformClassLoader());
    entries = PackedJar.entries();
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = entries.get("core/" + name.replace('.', '/') + ".classdata");
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    byte[] bytes = entries.get("core/" + name);
    return bytes == null ? null : new ByteArrayInputStream(bytes);
  }
}
