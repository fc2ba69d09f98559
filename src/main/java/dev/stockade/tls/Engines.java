package dev.stockade.tls;

import dev.stockade.journal.Journal;
import dev.stockade.policy.InForce;
import dev.stockade.weave.Library;

/** Makes what answers for each TLS engine, with what they share. */
final class Engines {
  private final TlsWatch watch;
  private final ClientChecks checks = new ClientChecks();

  Engines(InForce inForce, Journal journal) {
    this.watch = new TlsWatch(inForce, journal);
  }

  Library create(int number) {
    switch (number) {
      case TlsHooks.SUN_JSSE:
        return new SunJsse(watch, checks);
      case TlsHooks.NETTY_OPENSSL:
        return new NettyOpenSsl(watch);
      case TlsHooks.AWS_CRT:
        return new AwsCrt(watch);
      case TlsHooks.HOST_CHECKS:
        return new HostChecks(checks);
      default:
        throw new IllegalStateException("no engine has number " + number);
    }
  }
}
