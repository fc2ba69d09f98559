package dev.stockade.weave.reflect;

/**
 * Recognizes objects of a type of another library, by the type's name, wherever a build moved it
 * to; see {@link MethodByName}.
 */
public final class TypeByName {
  private final String name;

  /** Kept by the class itself, so that it can be unloaded. */
  private final ClassValue<Boolean> answers =
      new ClassValue<Boolean>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return isOf(type);
        }
      };

  /**
   * A class or an interface.
   *
   * @param name with dots, without the packages in front that a build may change
   */
  public TypeByName(String name) {
    this.name = name;
  }

  /** False for null. */
  public boolean isOf(Object object) {
    return object != null && answers.get(object.getClass());
  }

  private boolean isOf(Class<?> type) {
    if (type == null) {
      return false;
    }
    if (type.getName().equals(name) || type.getName().endsWith("." + name)) {
      return true;
    }
    for (Class<?> parent : type.getInterfaces()) {
      if (isOf(parent)) {
        return true;
      }
    }
    return isOf(type.getSuperclass());
  }
}
