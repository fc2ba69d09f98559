package dev.stockade.agent;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.security.AllPermission;
import java.security.CodeSource;
import java.security.Permissions;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Holds everything but the shim, where no class of the host can see it or be seen by it.
 *
 * <p>Child first, above it only the JDK. The jar is read once, whole: a class that is needed an hour
 * later must not depend on a file that an upgrade has replaced, and loading it inside a transformer
 * must not open anything.
 */
final class CoreLoader extends ClassLoader {
  private static final String CORE = "core/";
  private static final String CLASS = ".classdata";

  private final Map<String, byte[]> contents = new HashMap<String, byte[]>(512);
  private final ProtectionDomain domain;

  /**
   * @throws IOException when the file is not there or not a Stockade jar
   */
  CoreLoader(File jar) throws IOException {
    super(ClassLoader.getSystemClassLoader().getParent());
    // Static permissions: under a SecurityManager no policy file needs to know us.
    Permissions all = new Permissions();
    all.add(new AllPermission());
    domain =
        new ProtectionDomain(new CodeSource(jar.toURI().toURL(), (Certificate[]) null), all);
    JarFile file = new JarFile(jar, false);
    try {
      read(file);
    } finally {
      file.close();
    }
    if (contents.isEmpty()) {
      throw new IOException(jar + " holds no core: the jar is not whole, download it again");
    }
  }

  private void read(JarFile file) throws IOException {
    for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (entry.isDirectory() || !entry.getName().startsWith(CORE)) {
        continue;
      }
      byte[] bytes = new byte[(int) entry.getSize()];
      DataInputStream in = new DataInputStream(file.getInputStream(entry));
      in.readFully(bytes);
      in.close();
      contents.put(entry.getName().substring(CORE.length()), bytes);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null) {
        byte[] bytes =
            name.startsWith("java.") ? null : contents.get(name.replace('.', '/') + CLASS);
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
    byte[] bytes = contents.get(name);
    return bytes == null ? null : new ByteArrayInputStream(bytes);
  }
}
