package dev.stockade.tls;

import java.lang.reflect.Field;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A field of another library's internal objects, by its name, whatever class holds it.
 *
 * <p>{@code Field} and not a method handle: spinning the handle's classes costs more at the first
 * handshake than it saves in a million.
 */
final class Member {
  private static final Object ABSENT = new Object();

  private final String name;
  private final ConcurrentHashMap<Class<?>, Object> fields =
      new ConcurrentHashMap<Class<?>, Object>(4);

  Member(String name) {
    this.name = name;
  }

  /** The field's value; null when it is null. Throws when there is no such field. */
  Object of(Object target) throws ReflectiveOperationException {
    Object field = field(target.getClass());
    if (field == ABSENT) {
      throw new NoSuchFieldException(target.getClass().getName() + "." + name);
    }
    return ((Field) field).get(target);
  }

  /** The field's value; null also when there is no such field or no target. */
  Object ifPresent(Object target) throws ReflectiveOperationException {
    if (target == null) {
      return null;
    }
    Object field = field(target.getClass());
    return field == ABSENT ? null : ((Field) field).get(target);
  }

  private Object field(Class<?> type) {
    Object known = fields.get(type);
    if (known == null) {
      known = find(type);
      fields.put(type, known);
    }
    return known;
  }

  private Object find(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      try {
        Field field = at.getDeclaredField(name);
        field.setAccessible(true);
        return field;
      } catch (NoSuchFieldException e) {
        // Perhaps in the superclass.
      }
    }
    return ABSENT;
  }
}
