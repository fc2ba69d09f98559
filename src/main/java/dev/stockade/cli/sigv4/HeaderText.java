package dev.stockade.cli.sigv4;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.cli.sigv4.SignedText.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The signed headers of a request as a signer with or without an error writes them. */
final class HeaderText {
  private static final int MAX = 64;

  private final RequestHead head;
  private final String signedHeaders;
  private final List<String> names = new ArrayList<>();

  HeaderText(RequestHead head, String signedHeaders) {
    this.head = head;
    this.signedHeaders = signedHeaders;
    for (String name : signedHeaders.split(";", MAX)) {
      names.add(name.toLowerCase(Locale.ROOT));
    }
  }

  String canonical() {
    return block(names, null, null);
  }

  void suspicions(List<Suspicion> all) {
    for (String name : names) {
      add(
          all,
          block(names, name, null),
          "header `%s` is in SignedHeaders and was not signed",
          name);
      add(all, block(names, name, ""), "header `%s` was signed as empty", name);
      String value = value(name);
      add(
          all,
          block(names, name, value.toLowerCase(Locale.ROOT)),
          "the value of header `%s` was signed in lower case",
          name);
      int parameters = value.indexOf(';');
      if (parameters > 0) {
        add(
            all,
            block(names, name, value.substring(0, parameters)),
            "header `%s` was signed without its parameters",
            name);
      }
      if (name.equals("content-type")) {
        for (String charset : new String[] {"; charset=utf-8", "; charset=UTF-8"}) {
          add(
              all,
              block(names, name, value + charset),
              "header `%s` was signed with a charset that is not sent",
              name);
        }
      }
    }
    others(all);
    shape(all);
  }

  private void others(List<Suspicion> all) {
    for (int i = 0; i < Math.min(head.size(), MAX); i++) {
      String name = head.name(i).toLowerCase(Locale.ROOT);
      if (!names.contains(name) && !name.equals("authorization")) {
        List<String> more = new ArrayList<>(names);
        more.add(name);
        Collections.sort(more);
        add(
            all,
            block(more, null, null),
            "header `%s` was signed and is not in SignedHeaders",
            name);
      }
    }
  }

  private void shape(List<Suspicion> all) {
    List<String> sorted = new ArrayList<>(names);
    Collections.sort(sorted);
    add(all, block(sorted, null, null), "the headers were signed sorted, SignedHeaders is not", "");
    List<String> sent = new ArrayList<>();
    StringBuilder asSent = new StringBuilder();
    StringBuilder spaced = new StringBuilder();
    for (int i = 0; i < head.size(); i++) {
      String name = head.name(i).toLowerCase(Locale.ROOT);
      if (names.contains(name) && !sent.contains(name)) {
        sent.add(name);
      }
    }
    for (String name : names) {
      asSent.append(caseOf(name)).append(':').append(value(name)).append('\n');
      spaced.append(name).append(": ").append(value(name)).append('\n');
    }
    add(all, block(sent, null, null), "the headers were signed in the order sent, not sorted", "");
    add(all, asSent.toString(), "the names of headers were signed in upper and lower case", "");
    add(all, spaced.toString(), "the headers were signed with a space after the colon", "");
    String canonical = canonical();
    add(
        all,
        canonical.substring(0, canonical.length() - 1),
        "the empty line after the headers was not signed",
        "");
    add(all, canonical + '\n', "two empty lines were signed after the headers", "");
    add(all, canonical.replace("\n", "\r\n"), "the headers were signed with CR LF", "");
    all.add(
        new Suspicion(
            Part.SIGNED_HEADERS, String.join(";", sorted), "SignedHeaders was signed sorted"));
    all.add(
        new Suspicion(
            Part.SIGNED_HEADERS,
            signedHeaders.toUpperCase(Locale.ROOT),
            "SignedHeaders was signed in upper case"));
  }

  private static void add(List<Suspicion> all, String text, String sentence, String name) {
    all.add(new Suspicion(Part.HEADERS, text, String.format(Locale.ROOT, sentence, shown(name))));
  }

  /** A name from outside, for a terminal. */
  private static String shown(String name) {
    String clean = name.replaceAll("[^!-_a-~]", "?");
    return clean.length() > MAX ? clean.substring(0, MAX) + "..." : clean;
  }

  /**
   * @param special a header with another value; left out where that is null
   */
  private String block(List<String> order, String special, String other) {
    StringBuilder block = new StringBuilder();
    for (String name : order) {
      boolean isSpecial = name.equals(special);
      if (!isSpecial || other != null) {
        block.append(name).append(':').append(isSpecial ? other : value(name)).append('\n');
      }
    }
    return block.toString();
  }

  private String value(String name) {
    StringBuilder values = new StringBuilder();
    boolean found = false;
    for (int i = 0; i < head.size(); i++) {
      if (head.name(i).equalsIgnoreCase(name)) {
        values.append(found ? "," : "").append(head.value(i).trim().replaceAll("[ \t]+", " "));
        found = true;
      }
    }
    return !found && name.equals("host") && head.authority() != null
        ? head.authority()
        : values.toString();
  }

  private String caseOf(String name) {
    for (int i = 0; i < head.size(); i++) {
      if (head.name(i).equalsIgnoreCase(name)) {
        return head.name(i);
      }
    }
    return name;
  }
}
