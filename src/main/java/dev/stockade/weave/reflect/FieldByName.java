package dev.stockade.weave.reflect;

import java.lang.reflect.Field;

/**
 * A field of another library's internal objects, by its name, whatever class holds it.
 *
 * <p>{@code Field} and not a method handle: spinning the handle's classes costs more at the first
 * handshake than it saves in a million.
 */
public final class FieldByName {
  private static final Object ABSENT = new Object();

  private final String name;

  /** Kept by the class itself, so that it can be unloaded. */
  private final ClassValue<Object> fields =
      new ClassValue<Object>() {
        @Override
        protected Object computeValue(Class<?> type) {
          return find(type);
        }
      };

  public FieldByName(String name) {
    this.name = name;
  }

  /** The field's value; null when it is null. Throws when there is no such field. */
  public Object of(Object target) throws ReflectiveOperationException {
    Object field = fields.get(target.getClass());
    if (field == ABSENT) {
      throw new NoSuchFieldException(target.getClass().getName() + "." + name);
    }
    return ((Field) field).get(target);
  }

  /** The field's value; null also when there is no such field or no target. */
  public Object ifPresent(Object target) throws ReflectiveOperationException {
    if (target == null) {
      return null;
    }
    Object field = fields.get(target.getClass());
    return field == ABSENT ? null : ((Field) field).get(target);
  }

  /** Sets the field; does nothing when there is no such field. */
  public void setIfPresent(Object target, Object value) throws ReflectiveOperationException {
    Object field = fields.get(target.getClass());
    if (field != ABSENT) {
      ((Field) field).set(target, value);
    }
  }

  private Object find(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      try {
        Field field = at.getDeclaredField(name);
        ModuleOpener.to(field);
        return field;
      } catch (NoSuchFieldException e) {
        // Perhaps in the superclass.
      }
    }
    return ABSENT;
  }
}
