package dev.stockade.tls;

import dev.stockade.policy.Direction;
import dev.stockade.policy.Narrowing;
import dev.stockade.policy.TlsFacts;
import dev.stockade.policy.TlsPolicy;
import dev.stockade.weave.Library;
import dev.stockade.weave.Member;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The AWS Common Runtime, whose TLS is native: of a connection nothing is seen in Java, but the
 * minimum version that an application sets is, where its context is made.
 *
 * <p>A minimum that is lower than the profile's is raised in enforce. The default is left alone: on
 * Linux it is s2n's default policy, which is no version that could be compared.
 */
final class AwsCrt implements Library {
  private static final String PROVIDER = "AWS CRT";
  private static final String[] NO_SUITES = {};

  private final TlsWatch watch;
  private final Member minTlsVersion = new Member("minTlsVersion");
  private final AtomicBoolean told = new AtomicBoolean();

  AwsCrt(TlsWatch watch) {
    this.watch = watch;
  }

  /** The one place is the constructor of a {@code TlsContext}; loads its options. */
  @Override
  public Object reached(int place, Object value, Object[] loads) throws Exception {
    Object options = loads[0];
    if (options == null) {
      return value;
    }
    if (told.compareAndSet(false, true)) {
      watch.unseen(
          "TLS of the AWS CRT is native: version and cipher suite of its connections cannot be"
              + " seen, only the minimum version that is set");
    }
    Enum<?> minimum = (Enum<?>) minTlsVersion.of(options);
    String version = jsseName(minimum);
    if (version != null) {
      checked(options, minimum, version);
    }
    return value;
  }

  private void checked(Object options, Enum<?> minimum, String version)
      throws ReflectiveOperationException {
    TlsFacts facts = new TlsFacts.Builder(Direction.OUT).seenIn(PROVIDER, "TlsContext").build();
    Ruling ruling = watch.ruling(facts, System.identityHashCode(options));
    NamedOffer offer = new NamedOffer(versionsFrom(version), NO_SUITES);
    TlsPolicy enforced = ruling.terms.enforcedTls();
    Narrowing taken = ruling.terms.enforce() ? offer.narrowedBy(enforced) : Narrowing.NONE;
    if (!taken.isEmpty()) {
      String lowest = offer.allowedProtocols(enforced)[0];
      minTlsVersion.setIfPresent(options, constant(minimum, lowest));
    }
    if (!offer.narrowedBy(ruling.terms.grantedTls()).isEmpty()) {
      watch.finished(ruling, facts, offer);
    }
  }

  /** Null for the default and for what is not known. */
  private static String jsseName(Enum<?> minimum) {
    String name = minimum == null ? "" : minimum.name();
    return name.startsWith("TLSv") || name.startsWith("SSLv") ? name.replace('_', '.') : null;
  }

  /** All versions that a minimum lets pass, the lowest first. */
  private static String[] versionsFrom(String minimum) {
    String[] all = {"SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"};
    int first = 0;
    while (first < all.length - 1 && !all[first].equals(minimum)) {
      first++;
    }
    return Arrays.copyOfRange(all, first, all.length);
  }

  private static Object constant(Enum<?> like, String jsseName) {
    for (Object constant : like.getDeclaringClass().getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(jsseName.replace('.', '_'))) {
        return constant;
      }
    }
    return like;
  }
}
