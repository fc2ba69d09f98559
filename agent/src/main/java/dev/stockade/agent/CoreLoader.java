package dev.stockade.agent;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.security.AllPermission;
import java.security.CodeSource;
import java.security.Permissions;
import java.security.ProtectionDomain;

/**
 * Holds everything but the shim, where no class of the host can see it or be seen by it.
 *
 * <p>Child first, above it only the JDK. What the engine may need is read once: a class that is
 * needed an hour later must not depend on a file that an upgrade has replaced, and loading it
 * inside a transformer must not open anything.
 */
final class CoreLoader extends ClassLoader {
  private static final String CORE = "core/";
  private static final String CLASS = ".classdata";

  /** A jar in the jar: what only commands use, which packed as one takes half of the room. */
  private static final String COMMANDS = "commands.jar";

  private final JarBytes contents;
  private final ProtectionDomain domain;

  /** Null where an engine runs. */
  private JarIndex commands;

  /**
   * @param source of which its classes are, for security managers and stack traces
   * @throws IOException when the file is not there or not a Stockade jar
   */
  CoreLoader(File jar, CodeSource source) throws IOException {
    super(ClassLoader.getSystemClassLoader().getParent());
    contents = new JarBytes(jar, CORE);
    // Static permissions: under a SecurityManager no policy file needs to know us.
    Permissions all = new Permissions();
    all.add(new AllPermission());
    domain = new ProtectionDomain(source, all);
  }

  /** Gives the commands' classes, too, which no engine needs. */
  void openCommands() {
    commands = new JarIndex(contents.get(COMMANDS), "");
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null) {
        byte[] bytes = name.startsWith("java.") ? null : get(name.replace('.', '/') + CLASS);
        loaded =
            bytes == null
                ? super.loadClass(name, false)
                : defineClass(name, bytes, 0, bytes.length, domain);
      }
      if (resolve) {
        resolveClass(loaded);
      }
      return loaded;
    }
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    byte[] bytes = get(name);
    return bytes == null ? null : new ByteArrayInputStream(bytes);
  }

  private byte[] get(String name) {
    byte[] bytes = contents.get(name);
    return bytes == null && commands != null ? commands.get(name) : bytes;
  }
}
