package dev.stockade.policy.file;

import dev.stockade.policy.Cidr;
import dev.stockade.policy.Glob;
import dev.stockade.policy.Match;
import java.util.regex.Pattern;

/** Reads what an exception is for. */
final class MatchReader {
  /** No port, no path, no block of addresses. A lone colon is a port's, several are of IPv6. */
  private static final Pattern HOST =
      Pattern.compile("[^\\s/:]+|[0-9a-fA-F.:*?]*:[0-9a-fA-F.:*?]*");

  private static final Pattern NAME_AND_PORT = Pattern.compile("[^:]*:[0-9]*");
  private static final Pattern CODE = Pattern.compile("[^\\s*?/.]+(\\.[^\\s*?/.]+)*");

  private MatchReader() {}

  /** Null where it is wrong, which is reported. */
  static Match read(Value value, Problems problems) {
    int before = problems.errors();
    Section match = value.section(Keys.MATCH);
    if (match == null) {
      return null;
    }
    if (value.isNothing()) {
      problems.error(
          match.line(),
          match.path()
              + " is empty and would be for everything; allowed are "
              + Wording.allowed(Keys.MATCH));
      return null;
    }
    Integer port = match.value("port").whole(1, 65_535);
    Match read =
        new Match.Builder()
            .host(host(match.value("host")))
            .cidr(cidr(match.value("cidr")))
            .port(port == null ? 0 : port)
            .sni(host(match.value("sni")))
            .direction(match.value("direction").choice(Choices.DIRECTIONS))
            .service(glob(match.value("service").text()))
            .code(code(match.value("code")))
            .build();
    String warning = problems.errors() == before ? CatchAll.warning(read) : null;
    if (warning != null) {
      problems.warning(match.line(), match.path() + warning);
    }
    return read;
  }

  private static Glob host(Value value) {
    String host = value.text();
    if (host == null || (HOST.matcher(host).matches() && !NAME_AND_PORT.matcher(host).matches())) {
      return glob(host);
    }
    value.wrong(
        "a host name or IP address without port, with * and ? as wildcards (blocks of addresses"
            + " are for cidr)");
    return null;
  }

  private static Cidr cidr(Value value) {
    String text = value.text();
    Cidr cidr = text == null ? null : Cidr.parse(text);
    if (text != null && cidr == null) {
      value.wrong("a block of addresses such as 10.0.0.0/8 or 2001:db8::/32");
    }
    return cidr;
  }

  private static String code(Value value) {
    String code = value.text();
    if (code != null && !CODE.matcher(code).matches()) {
      value.wrong("a package or class name such as com.acme.legacy, without wildcards");
    }
    return code;
  }

  private static Glob glob(String text) {
    return text == null ? null : new Glob(text);
  }
}
