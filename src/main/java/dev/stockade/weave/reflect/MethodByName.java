package dev.stockade.weave.reflect;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/**
 * A method of another library's objects, by its name, whatever class holds it: an isolated engine
 * shares no type with the host's libraries, which may be there several times and relocated.
 */
public final class MethodByName {
  private static final Object ABSENT = new Object();
  private static final Object[] NOTHING = {};

  private final String name;
  private final int parameters;

  /** Kept by the class itself, so that it can be unloaded. */
  private final ClassValue<Object> methods =
      new ClassValue<Object>() {
        @Override
        protected Object computeValue(Class<?> type) {
          Method found = find(type);
          return found == null ? ABSENT : found;
        }
      };

  /** A method without parameters. */
  public MethodByName(String name) {
    this(name, 0);
  }

  /** The first method found that has this number of parameters. */
  public MethodByName(String name, int parameters) {
    this.name = name;
    this.parameters = parameters;
  }

  /** What the method returns. Throws what it throws, and when there is no such method. */
  public Object on(Object target, Object... arguments) throws Exception {
    Object method = methods.get(target.getClass());
    if (method == ABSENT) {
      throw new NoSuchMethodException(target.getClass().getName() + "." + name);
    }
    try {
      return ((Method) method).invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception) {
        throw (Exception) e.getCause();
      }
      throw e;
    }
  }

  /** What a method without parameters returns; see {@link #on(Object, Object...)}. */
  public Object on(Object target) throws Exception {
    return on(target, NOTHING);
  }

  /**
   * What a method without parameters returns, for facts that may be missing: never throws.
   *
   * @param target may be null
   * @param unknown the answer where there is no such method, or it throws
   */
  public Object ifKnown(Object target, Object unknown) {
    try {
      return isOn(target) ? on(target) : unknown;
    } catch (Exception | LinkageError e) {
      return unknown;
    }
  }

  /** Whether the object has such a method. */
  public boolean isOn(Object target) {
    return target != null && methods.get(target.getClass()) != ABSENT;
  }

  /** Opens a package only where no class or interface above the object's has the method open. */
  private Method find(Class<?> type) {
    Method method = find(type, false);
    return method == null ? find(type, true) : method;
  }

  private Method find(Class<?> type, boolean opening) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      Method method = callable(at, opening);
      if (method != null) {
        return method;
      }
      for (Class<?> parent : at.getInterfaces()) {
        method = find(parent, opening);
        if (method != null) {
          return method;
        }
      }
    }
    return null;
  }

  private Method callable(Class<?> type, boolean opening) {
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals(name)
          && method.getParameterTypes().length == parameters
          && !method.isBridge()
          && isReached(method, opening)) {
        return method;
      }
    }
    return null;
  }

  private static boolean isReached(Method method, boolean opening) {
    try {
      if (opening) {
        ModuleOpener.to(method);
      } else if (!ModuleOpener.isQuiet(method)) {
        return false;
      } else {
        method.setAccessible(true);
      }
      return true;
    } catch (RuntimeException e) {
      // A security manager refuses even what anybody may call.
      return opening
          && Modifier.isPublic(method.getModifiers())
          && Modifier.isPublic(method.getDeclaringClass().getModifiers());
    }
  }
}
