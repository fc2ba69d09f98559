package dev.stockade.library;

import dev.stockade.engine.hooks.WeavingTransformer;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Defines a library's classes anew, woven as the agent does it; its parent has all others. */
final class WovenLoader extends ClassLoader {
  private final List<String> prefixes;
  private final WeavingTransformer weaver;

  /**
   * @param prefixes of the names of the classes that are its own
   */
  WovenLoader(List<String> prefixes, WeavingTransformer weaver) {
    super(WovenLoader.class.getClassLoader());
    this.prefixes = prefixes;
    this.weaver = weaver;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (prefixes.stream().noneMatch(name::startsWith)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String internal = name.replace('.', '/');
    try (InputStream in = getResourceAsStream(internal + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] plain = in.readAllBytes();
      byte[] woven = weaver.transform(this, internal, null, null, plain);
      byte[] bytes = woven == null ? plain : woven;
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
