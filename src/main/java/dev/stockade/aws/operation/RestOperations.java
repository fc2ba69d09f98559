package dev.stockade.aws.operation;

import dev.stockade.aws.text.FactTable;
import dev.stockade.aws.text.TargetPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Operations that method and path show, for the services whose patterns we know. */
final class RestOperations {
  /** A segment that may be anything but empty. */
  private static final String ANY = "{}";

  private static final Map<String, List<RestOperations>> BY_SERVICE = read();

  private final String method;
  private final String[] segments;
  private final String operation;

  private RestOperations(String method, String pattern, String operation) {
    this.method = method;
    segments = pattern.substring(1).split("/", -1);
    this.operation = operation;
  }

  /**
   * The operation, or null when no pattern fits.
   *
   * @param service service part of the host
   */
  static String name(String service, String method, String target) {
    List<RestOperations> known = BY_SERVICE.get(service);
    if (known == null) {
      return null;
    }
    int start = TargetPath.start(target);
    int end = TargetPath.end(target);
    end -= end - start > 1 && target.charAt(end - 1) == '/' ? 1 : 0;
    String anything = null;
    for (RestOperations one : known) {
      if (one.method.equals(method) && one.fits(target, start, end)) {
        if (!one.hasVariable()) {
          return one.operation;
        }
        anything = one.operation;
      }
    }
    return anything;
  }

  private boolean fits(String target, int start, int end) {
    int at = start;
    for (String segment : segments) {
      if (at >= end || target.charAt(at) != '/') {
        return false;
      }
      int slash = target.indexOf('/', at + 1);
      int next = slash < 0 || slash > end ? end : slash;
      int length = next - at - 1;
      if (segment.equals(ANY)
          ? length == 0
          : length != segment.length() || !target.startsWith(segment, at + 1)) {
        return false;
      }
      at = next;
    }
    return at == end;
  }

  private boolean hasVariable() {
    for (String segment : segments) {
      if (segment.equals(ANY)) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, List<RestOperations>> read() {
    Map<String, List<RestOperations>> operations = new HashMap<>();
    for (String[] fact : FactTable.of("rest-operations.txt")) {
      operations
          .computeIfAbsent(fact[0], service -> new ArrayList<>())
          .add(new RestOperations(fact[1], fact[2], fact[3]));
    }
    return operations;
  }
}
