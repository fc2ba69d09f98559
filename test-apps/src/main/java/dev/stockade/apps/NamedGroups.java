package dev.stockade.apps;

import javax.net.ssl.SSLParameters;

/** The groups of one connection, by {@code app.groups}: JDK 20 and newer let a program say them. */
final class NamedGroups {
  private NamedGroups() {}

  static boolean set(SSLParameters parameters) {
    String groups = System.getProperty("app.groups");
    if (groups == null) {
      return false;
    }
    try {
      SSLParameters.class
          .getMethod("setNamedGroups", String[].class)
          .invoke(parameters, (Object) groups.split(","));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("app.groups needs JDK 20 or newer", e);
    }
    return true;
  }
}
