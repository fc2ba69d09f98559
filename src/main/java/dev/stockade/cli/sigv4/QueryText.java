package dev.stockade.cli.sigv4;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Path and query of a request's target in the forms in which signers write them. */
final class QueryText {
  private final String path;
  private final List<String> pairs = new ArrayList<>();

  QueryText(String target, boolean presigned) {
    int mark = target.indexOf('?');
    String before = mark < 0 ? target : target.substring(0, mark);
    int scheme = before.indexOf("://");
    int slash = scheme < 0 ? 0 : before.indexOf('/', scheme + 3);
    path = slash < 0 || before.isEmpty() ? "/" : before.substring(slash);
    String query = mark < 0 ? "" : target.substring(mark + 1);
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty() && !(presigned && pair.startsWith("X-Amz-Signature="))) {
        pairs.add(pair);
      }
    }
  }

  String path() {
    return path;
  }

  /** The decoded value of the first parameter of that name, or null. */
  String value(String name) {
    for (String pair : pairs) {
      if (pair.startsWith(name + "=")) {
        return UriText.decoded(pair.substring(name.length() + 1));
      }
    }
    return null;
  }

  String canonical() {
    List<String[]> all = new ArrayList<>();
    for (String pair : pairs) {
      all.add(encoded(pair));
    }
    all.sort(Comparator.comparing((String[] pair) -> pair[0]).thenComparing(pair -> pair[1]));
    StringBuilder query = new StringBuilder();
    for (String[] pair : all) {
      query.append(query.length() == 0 ? "" : "&").append(pair[0]).append('=').append(pair[1]);
    }
    return query.toString();
  }

  String unsorted() {
    StringBuilder query = new StringBuilder();
    for (String pair : pairs) {
      String[] both = encoded(pair);
      query.append(query.length() == 0 ? "" : "&").append(both[0]).append('=').append(both[1]);
    }
    return query.toString();
  }

  String raw() {
    return String.join("&", pairs);
  }

  String sortedRaw() {
    List<String> sorted = new ArrayList<>(pairs);
    Collections.sort(sorted);
    return String.join("&", sorted);
  }

  private static String[] encoded(String pair) {
    int equal = pair.indexOf('=');
    String name = equal < 0 ? pair : pair.substring(0, equal);
    String value = equal < 0 ? "" : pair.substring(equal + 1);
    return new String[] {again(name), again(value)};
  }

  private static String again(String text) {
    return UriText.encoded(UriText.decoded(text.replace('+', ' ')), false);
  }
}
