package dev.stockade.e2e.tls;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A ClientHello as {@code openssl s_server -trace} decoded it from the wire. */
public record Hello(List<String> versions, List<String> suites, List<Integer> groups) {
  private static final Pattern EXTENSION = Pattern.compile("extension_type=(\\S+)\\(\\d+\\)");
  private static final Pattern GROUP = Pattern.compile("^\\s+\\S.*\\((\\d+)\\)$");
  private static final Pattern VERSION = Pattern.compile("client_version=\\S+ \\(([^)]+)\\)");
  private static final Pattern SUITE = Pattern.compile("\\{0x\\S\\S, 0x\\S\\S\\} (\\S+)");
  private static final Pattern SUPPORTED =
      Pattern.compile("^\\s+(TLS 1\\.\\d|SSL 3\\.0) \\(\\d+\\)");

  /** Every ClientHello in a trace, in the order in which they came. */
  public static List<Hello> in(List<String> trace) {
    List<Hello> hellos = new ArrayList<>();
    boolean inHello = false;
    boolean inGroups = false;
    for (String line : trace) {
      if (line.trim().startsWith("ClientHello,")) {
        hellos.add(new Hello(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        inHello = true;
        inGroups = false;
      } else if (line.startsWith("Sent ")) {
        inHello = false;
      } else if (inHello) {
        Matcher extension = EXTENSION.matcher(line);
        Matcher group = GROUP.matcher(line);
        if (extension.find()) {
          inGroups = extension.group(1).equals("supported_groups");
        } else if (inGroups && group.find()) {
          hellos.get(hellos.size() - 1).groups().add(Integer.valueOf(group.group(1)));
        }
        hellos.get(hellos.size() - 1).read(line);
      }
    }
    return hellos;
  }

  private void read(String line) {
    Matcher suite = SUITE.matcher(line);
    Matcher version = VERSION.matcher(line);
    Matcher supported = SUPPORTED.matcher(line);
    if (suite.find()) {
      suites.add(suite.group(1));
    } else if (version.find()) {
      versions.add(version.group(1).replace("TLS ", "TLSv"));
    } else if (supported.find()) {
      versions.add(supported.group(1).replace("TLS ", "TLSv"));
    }
  }
}
