package dev.stockade.library;

import dev.stockade.enforce.ClientChecks;
import dev.stockade.enforce.Connections;
import dev.stockade.enforce.TlsWatch;
import dev.stockade.enforce.UncheckedTrust;
import dev.stockade.journal.Journal;
import dev.stockade.library.awscrt.AwsCrt;
import dev.stockade.library.bouncycastle.BouncyCastle;
import dev.stockade.library.conscrypt.Conscrypt;
import dev.stockade.library.jdk.SunJsse;
import dev.stockade.library.jvmdefaults.Tampering;
import dev.stockade.library.netty.NettyOpenSsl;
import dev.stockade.library.provider.OtherProviders;
import dev.stockade.policy.InForce;
import dev.stockade.weave.Library;
import java.util.Map;
import java.util.function.Consumer;

/** Makes what answers for each TLS engine, with what they share. */
final class Engines {
  private final InForce inForce;
  private final Journal journal;
  private final TlsWatch watch;
  private final UncheckedTrust trust = new UncheckedTrust();
  private final ClientChecks checks = new ClientChecks(trust);

  /**
   * @param connections see {@link Connections}
   */
  Engines(InForce inForce, Journal journal, Map<String, Object> connections) {
    this.inForce = inForce;
    this.journal = journal;
    this.watch = new TlsWatch(inForce, journal, connections);
  }

  /**
   * @param weaver see {@link TlsHooks#learnsThrough}
   */
  Library create(int number, Consumer<Class<?>> weaver) {
    switch (number) {
      case TlsHooks.SUN_JSSE:
        return new SunJsse(watch, checks);
      case TlsHooks.NETTY_OPENSSL:
        return new NettyOpenSsl(watch, trust);
      case TlsHooks.AWS_CRT:
        return new AwsCrt(watch);
      case TlsHooks.HOST_CHECKS:
        return new HostChecks(checks);
      case TlsHooks.BOUNCY_CASTLE:
        return new BouncyCastle(watch, trust);
      case TlsHooks.CONSCRYPT:
        return new Conscrypt(watch, trust);
      case TlsHooks.OTHER_PROVIDERS:
        return new OtherProviders(watch, weaver);
      case TlsHooks.TAMPERING:
        return new Tampering(inForce, journal);
      case TlsHooks.CONNECTIONS:
        return new ConnectionHooks(watch.sockets, watch.engines);
      default:
        throw new IllegalStateException("no engine has number " + number);
    }
  }
}
