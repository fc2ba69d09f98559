package dev.stockade.library.awscrt;

import dev.stockade.enforce.PendingHandshake;
import dev.stockade.enforce.TlsEnforcement;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.BlockException;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLHandshakeException;

/**
 * The AWS Common Runtime, whose TLS is native: of a connection nothing is seen in Java, but the
 * minimum version that an application sets is, where its context is made, and whether the context
 * verifies its peers.
 *
 * <p>A minimum that is lower than the profile's is raised in enforce. The default is left alone: on
 * Linux it is s2n's default policy, which is no version that could be compared.
 */
final class AwsCrt implements HookHandler {
  private static final String PROVIDER = "AWS CRT";
  static final int CONTEXT_OPTIONS = 0;
  static final int CONTEXT_MADE = 1;

  private final TlsEnforcement watch;
  private final FieldByName minTlsVersion = new FieldByName("minTlsVersion");
  private final FieldByName verifyPeer = new FieldByName("verifyPeer");
  private final MethodByName close = new MethodByName("close");
  private final AtomicBoolean told = new AtomicBoolean();

  AwsCrt(TlsEnforcement watch) {
    this.watch = watch;
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    if (id == CONTEXT_MADE) {
      made(loads[0], loads[1]);
    } else if (loads[0] != null) {
      making(loads[0]);
    }
    return value;
  }

  private void making(Object options) throws ReflectiveOperationException {
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
  }

  /**
   * A context that verifies no peer. Of a server that is the rule, and only the class of its
   * context shows it.
   */
  private void made(Object context, Object options) throws Exception {
    if (context.getClass().getName().endsWith("ServerTlsContext")
        || !Boolean.FALSE.equals(verifyPeer.ifPresent(options))) {
      return;
    }
    TlsFacts facts =
        new TlsFacts.Builder(Direction.OUT)
            .seenIn(PROVIDER, "TlsContext")
            .acceptsAnyCertificate("a TlsContext whose options say verifyPeer=false")
            .build();
    String blocked = watch.finished(watch.start(facts, options), facts);
    if (blocked != null) {
      close.on(context);
      throw new BlockException(
          new IllegalStateException(blocked, new SSLHandshakeException(blocked)));
    }
  }

  private void checked(Object options, Enum<?> minimum, String version)
      throws ReflectiveOperationException {
    TlsFacts facts = new TlsFacts.Builder(Direction.OUT).seenIn(PROVIDER, "TlsContext").build();
    PendingHandshake handshake = watch.start(facts, options);
    List<String> versions = versionsFrom(version);
    int removed = handshake.offers(Offer.ofProtocols(versions)).removedProtocols().size();
    if (removed > 0) {
      minTlsVersion.setIfPresent(options, constant(minimum, versions.get(removed)));
    }
    if (handshake.offersTooMuch()) {
      watch.finished(handshake, facts);
    }
  }

  /** Null for the default and for what is not known. */
  private static String jsseName(Enum<?> minimum) {
    String name = minimum == null ? "" : minimum.name();
    return name.startsWith("TLSv") || name.startsWith("SSLv") ? name.replace('_', '.') : null;
  }

  /** All versions that a minimum lets pass, the lowest first. */
  private static List<String> versionsFrom(String minimum) {
    List<String> all = Arrays.asList("SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");
    int first = all.indexOf(minimum);
    return all.subList(first < 0 ? all.size() - 1 : first, all.size());
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
