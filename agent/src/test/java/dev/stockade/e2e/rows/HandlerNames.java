package dev.stockade.e2e.rows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The names that each class of ours looks for in libraries, read from its class file. */
final class HandlerNames {
  private static final String OURS = "dev/stockade/";

  private final Map<String, NameReader> classes = new HashMap<>();
  private final Map<String, MemberName.Kind> makers = NameReader.makers();

  /** Of the classes in a jar of ours. */
  HandlerNames(Path jar) throws IOException {
    int known = 0;
    while (known < makers.size()) {
      known = makers.size();
      ClassFiles.jars(List.of(jar))
          .each(
              (name, bytes) -> {
                if (name.startsWith(OURS + "library/") || name.startsWith(OURS + "enforce/")) {
                  classes.put(name, NameReader.of(bytes.read(), makers));
                }
                return true;
              });
    }
  }

  /** Those of a handler and of what it uses in its own package. */
  Set<Want> of(Class<?> handler) {
    String first = handler.getName().replace('.', '/');
    String room = first.substring(0, first.lastIndexOf('/') + 1);
    Set<Want> wants = new HashSet<>();
    Set<String> seen = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(first));
    while (!next.isEmpty()) {
      String name = next.remove();
      if (name.startsWith(room) && classes.containsKey(name) && seen.add(name)) {
        for (MemberName wanted : classes.get(name).names()) {
          wants.add(new Want(handler.getSimpleName(), wanted));
        }
        next.addAll(classes.get(name).uses());
      }
    }
    return wants;
  }

  /** Methods of libraries' rooms that look for a name which cannot be read. */
  Set<String> unread() {
    Set<String> unread = new TreeSet<>(makers.keySet());
    classes.values().forEach(reader -> unread.removeAll(reader.fed()));
    classes.values().forEach(reader -> unread.addAll(reader.unread()));
    unread.removeIf(method -> !method.startsWith(OURS + "library/"));
    return unread;
  }

  /** Those of what all handlers share. */
  Set<MemberName> shared() {
    Set<MemberName> names = new HashSet<>();
    classes.forEach(
        (name, reader) -> {
          if (name.startsWith(OURS + "enforce/")) {
            names.addAll(reader.names());
          }
        });
    return names;
  }
}
