package dev.stockade.journal.jfr;

import dev.stockade.journal.Event;
import dev.stockade.policy.tls.CertificateFacts;
import dev.stockade.policy.tls.TlsFacts;
import jdk.jfr.Label;
import jdk.jfr.Timespan;

/** What the events of TLS have. */
abstract class TlsEvent extends DecisionEvent {
  String direction;
  String peerHost;
  String peerIp;

  @Label("Peer Port, 0 if Unknown")
  int peerPort;

  String sni;
  String viaHost;
  String viaIp;
  int viaPort;
  String localIp;
  int localPort;

  String version;
  String cipher;
  String group;
  int dhBits;
  boolean resumed;
  String alpn;
  String clientAuth;
  boolean extendedMasterSecret;
  String signatureScheme;

  @Label("Duration of the Handshake")
  @Timespan(Timespan.MILLISECONDS)
  long durationMillis;

  String provider;
  String engine;

  @Label("Server's Certificate, First Digits of Its SHA-256")
  String certificate;

  @Label("Client's Certificate, First Digits of Its SHA-256")
  String clientCertificate;

  @Override
  final void take(Event event) {
    super.take(event);
    TlsFacts tls = event.tls();
    direction = tls.direction() == null ? null : tls.direction().label();
    ends(tls);
    version = tls.version();
    cipher = tls.cipher();
    group = tls.group();
    dhBits = tls.dhBits();
    resumed = Boolean.TRUE.equals(tls.resumed());
    alpn = tls.alpn();
    clientAuth = tls.clientAuth() == null ? null : tls.clientAuth().label();
    extendedMasterSecret = Boolean.TRUE.equals(tls.extendedMasterSecret());
    signatureScheme = tls.signatureScheme();
    durationMillis = tls.durationMillis();
    provider = tls.provider();
    engine = tls.engine();
    certificate = id(tls.serverCertificate());
    clientCertificate = id(tls.clientCertificate());
  }

  private void ends(TlsFacts tls) {
    peerHost = tls.host();
    peerIp = tls.ip();
    peerPort = tls.port();
    sni = tls.sni();
    viaHost = tls.viaHost();
    viaIp = tls.viaIp();
    viaPort = tls.viaPort();
    localIp = tls.localIp();
    localPort = tls.localPort();
  }

  private static String id(CertificateFacts certificate) {
    return certificate == null ? null : certificate.id();
  }
}
