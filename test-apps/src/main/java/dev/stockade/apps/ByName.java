package dev.stockade.apps;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Calls of libraries that the programs are not compiled against: too new, or moved since. */
final class ByName {
  private ByName() {}

  /** Calls the public method that takes these arguments, and throws what it throws. */
  static Object call(Object target, String name, Object... arguments) throws Exception {
    return invoke(target.getClass(), target, name, arguments);
  }

  /** The same of a static method. */
  static Object callOf(String type, String name, Object... arguments) throws Exception {
    return invoke(Class.forName(type), null, name, arguments);
  }

  private static Object invoke(Class<?> type, Object target, String name, Object[] arguments)
      throws Exception {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name) && takes(method, arguments)) {
        try {
          method.setAccessible(true);
          return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
          throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
        }
      }
    }
    throw new NoSuchMethodException(type + "." + name);
  }

  private static boolean takes(Method method, Object[] arguments) {
    Class<?>[] types = method.getParameterTypes();
    boolean fits = types.length == arguments.length;
    for (int i = 0; fits && i < types.length; i++) {
      fits =
          types[i].isInstance(arguments[i])
              || (types[i] == boolean.class && arguments[i] instanceof Boolean);
    }
    return fits;
  }
}
