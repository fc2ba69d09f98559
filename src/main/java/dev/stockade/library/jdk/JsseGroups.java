package dev.stockade.library.jdk;

import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.ModuleOpener;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The named groups that one handshake of JSSE offers or accepts. JDK 20 and newer have them in the
 * handshake's own copy of the configuration; before there is one list for all connections, which is
 * left alone, and each handshake asks its algorithm constraints for every group in it.
 *
 * <p>Made only for a handshake whose groups are to be narrowed, so nothing is kept of it.
 */
final class JsseGroups {
  private static final FieldByName CONFIG = new FieldByName("sslConfig");
  private static final FieldByName NAMED_GROUPS = new FieldByName("namedGroups");
  private static final FieldByName CONSTRAINTS = new FieldByName("algorithmConstraints");
  private static final FieldByName PROTOCOLS = new FieldByName("activeProtocols");
  private static final FieldByName SUITES = new FieldByName("activeCipherSuites");
  private static final FieldByName NAME = new FieldByName("name");
  private static final String ROOM = "sun.security.ssl.";
  private static final String SHARED = ROOM + "SupportedGroupsExtension$SupportedGroups";

  private final Object handshake;

  /** The configuration where it has the groups, or null. */
  private final Object config;

  /** All that are configured, usable or not. */
  private final List<Object> groups = new ArrayList<>();

  JsseGroups(Object handshake) throws ReflectiveOperationException {
    this.handshake = handshake;
    Object own = CONFIG.of(handshake);
    String[] names = (String[]) NAMED_GROUPS.ifPresent(own);
    this.config = names == null ? null : own;
    if (names == null) {
      groups.addAll(Arrays.asList((Object[]) shared("supportedNamedGroups")));
    } else {
      Method named =
          method(Class.forName(ROOM + "NamedGroup", false, null), "nameOf", String.class);
      for (String name : names) {
        Object group = named.invoke(null, name);
        if (group != null) {
          groups.add(group);
        }
      }
    }
  }

  /** All that are configured. */
  List<?> constants() {
    return groups;
  }

  /** Those that the handshake can use, by name, in order of preference. */
  List<String> names() throws ReflectiveOperationException {
    List<String> names = new ArrayList<>();
    for (Object group : groups) {
      if (can(group, "isAvailable", PROTOCOLS) && can(group, "isSupported", SUITES)) {
        names.add((String) NAME.of(group));
      }
    }
    return names;
  }

  private boolean can(Object group, String method, FieldByName list)
      throws ReflectiveOperationException {
    // An enum constant may have a body, and so a class of its own.
    Class<?> type = ((Enum<?>) group).getDeclaringClass();
    return (Boolean) method(type, method, List.class).invoke(group, list.of(handshake));
  }

  /** Leaves the others. */
  void remove(List<String> names) throws ReflectiveOperationException {
    if (config != null) {
      // A program may have written them in another case, which the JDK accepts.
      Set<String> gone = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      gone.addAll(names);
      List<String> left = new ArrayList<>();
      for (String group : (String[]) NAMED_GROUPS.of(config)) {
        if (!gone.contains(group)) {
          left.add(group);
        }
      }
      NAMED_GROUPS.setIfPresent(config, left.toArray(new String[0]));
      return;
    }
    Set<String> denied = new HashSet<>(names);
    Set<AlgorithmParameters> parameters = new HashSet<>();
    for (Map.Entry<?, ?> known : parametersOfGroups().entrySet()) {
      if (denied.contains(NAME.of(known.getKey()))) {
        parameters.add((AlgorithmParameters) known.getValue());
      }
    }
    AlgorithmConstraints own = (AlgorithmConstraints) CONSTRAINTS.of(handshake);
    CONSTRAINTS.setIfPresent(handshake, new GroupConstraints(own, denied, parameters));
  }

  /** Of JDK 8, which asks about a group by these alone. */
  private static Map<?, ?> parametersOfGroups() throws ReflectiveOperationException {
    try {
      return (Map<?, ?>) shared("namedGroupParams");
    } catch (NoSuchFieldException e) {
      return Collections.emptyMap();
    }
  }

  private static Object shared(String name) throws ReflectiveOperationException {
    Field field = Class.forName(SHARED, true, null).getDeclaredField(name);
    ModuleOpener.to(field);
    return field.get(null);
  }

  private static Method method(Class<?> type, String name, Class<?> parameter)
      throws ReflectiveOperationException {
    Method method = type.getDeclaredMethod(name, parameter);
    ModuleOpener.to(method);
    return method;
  }
}
