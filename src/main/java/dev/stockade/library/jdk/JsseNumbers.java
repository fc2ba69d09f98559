package dev.stockade.library.jdk;

import dev.stockade.enforce.ClientHello;
import dev.stockade.policy.tls.Offer;
import dev.stockade.weave.reflect.FieldByName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The numbers of JSSE's protocols, cipher suites and groups by their names, as a client's hello has
 * them.
 */
final class JsseNumbers {
  private static final FieldByName ID = new FieldByName("id");
  private static final FieldByName NAME = new FieldByName("name");

  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

  /** Of all constants of the enum that some constants are of. */
  void learn(List<?> some) throws ReflectiveOperationException {
    if (some == null || some.isEmpty() || numbers.containsKey(NAME.of(some.get(0)))) {
      return;
    }
    for (Object constant : ((Enum<?>) some.get(0)).getDeclaringClass().getEnumConstants()) {
      numbers.put((String) NAME.of(constant), (Integer) ID.of(constant));
    }
  }

  /**
   * What of an offer a client asks for.
   *
   * @param chosen the version that was agreed already, or null
   */
  Offer inCommon(Offer offer, ClientHello hello, Object chosen)
      throws ReflectiveOperationException {
    List<String> versions = new ArrayList<String>();
    for (String version :
        chosen == null ? offer.protocols() : Collections.singletonList((String) NAME.of(chosen))) {
      Integer number = numbers.get(version);
      if (number != null && hello.hasVersion(number)) {
        versions.add(version);
      }
    }
    List<String> suites = new ArrayList<String>();
    for (String suite : offer.suites()) {
      Integer number = numbers.get(suite);
      if (number != null && hello.hasSuite(number)) {
        suites.add(suite);
      }
    }
    List<String> groups = new ArrayList<String>();
    for (String group : offer.groups()) {
      Integer number = numbers.get(group);
      if (number != null && hello.hasGroup(number)) {
        groups.add(group);
      }
    }
    return Offer.of(versions, suites).withGroups(groups);
  }
}
