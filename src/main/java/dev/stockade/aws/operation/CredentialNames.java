package dev.stockade.aws.operation;

import dev.stockade.aws.endpoint.Endpoint;
import dev.stockade.aws.operation.OtherCredential.Standing;
import dev.stockade.aws.text.FactTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names of the credentials beside a signature that each service takes; read when one is first
 * asked for.
 */
final class CredentialNames {
  private static final Map<String, CredentialNames> BY_SERVICE = read();

  private final boolean only;
  private final List<String> names;

  private CredentialNames(String[] fact) {
    only = fact[1].equals("only");
    names = Arrays.asList(fact).subList(2, fact.length);
  }

  /**
   * What becomes of a header or parameter of that name.
   *
   * @param endpoint where the request goes
   */
  static Standing of(Endpoint endpoint, String name) {
    if (endpoint.kind() == Endpoint.Kind.METADATA || endpoint.kind() == Endpoint.Kind.CREDENTIALS) {
      return Standing.TAKEN;
    }
    CredentialNames known = BY_SERVICE.get(endpoint.service());
    if (known == null) {
      return Standing.UNKNOWN;
    }
    if (known.names.contains(name.toLowerCase(Locale.ROOT))) {
      return Standing.TAKEN;
    }
    return known.only ? Standing.REFUSED : Standing.UNKNOWN;
  }

  private static Map<String, CredentialNames> read() {
    Map<String, CredentialNames> all = new HashMap<>();
    for (String[] fact : FactTable.of("other-credentials.txt")) {
      all.put(fact[0], new CredentialNames(fact));
    }
    return all;
  }
}
