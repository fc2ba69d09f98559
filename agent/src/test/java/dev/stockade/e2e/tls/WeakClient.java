package dev.stockade.e2e.tls;

import java.util.List;

/** A way in which an application makes its client weak. */
@SuppressWarnings("ImmutableEnumChecker") // the lists cannot be changed
enum WeakClient {
  PROTOCOL_SETTER("SocketClient", Left.NOTHING, "tls.min-version", "-Dapp.protocols=TLSv1"),
  PROTOCOLS_BY_PARAMETERS(
      "SocketClient",
      Left.NOTHING,
      "tls.min-version",
      "-Dapp.protocols=TLSv1,TLSv1.1",
      "-Dapp.parameters=true"),
  OWN_CONSTRAINTS("EngineClient", Left.NOTHING, "tls.min-version", "-Dapp.constraints=true"),
  PROTOCOL_SETTER_OF_ENGINE(
      "EngineClient", Left.NOTHING, "tls.min-version", "-Dapp.protocols=TLSv1,TLSv1.1"),
  MIXED_PROTOCOLS_OF_ENGINE(
      "EngineClient",
      Left.STRONG,
      "tls.min-version",
      "-Dapp.protocols=TLSv1,TLSv1.2",
      "-Dapp.parameters=true"),
  SSLV2_HELLO(
      "SocketClient", Left.STRONG, "tls.min-version", "-Dapp.protocols=SSLv2Hello,TLSv1,TLSv1.2"),
  STATIC_RSA_SETTER(
      "SocketClient",
      Left.NOTHING,
      "tls.forward-secrecy",
      "-Dapp.suites=TLS_RSA_WITH_AES_128_CBC_SHA,TLS_RSA_WITH_AES_256_GCM_SHA384"),
  STATIC_RSA_BY_PARAMETERS_OF_ENGINE(
      "EngineClient",
      Left.STRONG,
      "tls.forward-secrecy",
      "-Dapp.suites=TLS_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
      "-Dapp.parameters=true"),
  ANONYMOUS_SUITE(
      "SocketClient",
      Left.NOTHING,
      "tls.cipher-strength",
      "-Dapp.suites=TLS_DH_anon_WITH_AES_128_GCM_SHA256"),
  NULL_SUITE(
      "EngineClient", Left.NOTHING, "tls.cipher-strength", "-Dapp.suites=TLS_RSA_WITH_NULL_SHA256"),
  NULL_SUITE_WITH_FORWARD_SECRECY(
      "SocketClient",
      Left.NOTHING,
      "tls.cipher-strength",
      "-Dapp.suites=TLS_ECDHE_RSA_WITH_NULL_SHA"),
  /** Nobody has the keys for it any more. */
  STATIC_ECDH_SUITE(
      "SocketClient",
      Left.NOTHING,
      "tls.forward-secrecy",
      "-Dapp.suites=TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256"),
  /** Debian's openssl cannot speak these: what counts is that nothing is said at all. */
  TRIPLE_DES_SUITE(
      "SocketClient",
      Left.NOTHING,
      "tls.cipher-strength",
      "-Dapp.suites=SSL_RSA_WITH_3DES_EDE_CBC_SHA,TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA"),
  /** JSSE has EXPORT suites in TLS 1.0 and older only, so nothing newer is offered at all. */
  EXPORT_SUITE(
      "SocketClient",
      Left.NOTHING,
      "tls.min-version",
      "-Dapp.suites=SSL_RSA_EXPORT_WITH_DES40_CBC_SHA"),
  RC4_SUITE(
      "EngineClient", Left.NOTHING, "tls.cipher-strength", "-Dapp.suites=SSL_RSA_WITH_RC4_128_SHA"),
  CONTEXT_TLSV1("SocketClient", Left.NOTHING, "tls.min-version", "-Dapp.context=TLSv1"),
  CONTEXT_SSL("EngineClient", Left.STRONG, "tls.min-version", "-Dapp.context=SSL"),
  DEFAULT_CONTEXT(
      "HttpsUrlClient",
      Left.NOTHING,
      "tls.min-version",
      "-Dapp.context=TLSv1",
      "-Dapp.default-context=true"),
  OWN_FACTORY_LAYERED(
      "SocketClient",
      Left.NOTHING,
      "tls.min-version",
      "-Dapp.wrapped=true",
      "-Dapp.protocols=TLSv1"),
  OWN_FACTORY_OF_HTTPS("HttpsUrlClient", Left.STRONG, "tls.min-version", "-Dapp.wrapped=true"),
  DEFAULT_FACTORY_OF_HTTPS(
      "HttpsUrlClient",
      Left.STRONG,
      "tls.min-version",
      "-Dapp.context=TLSv1.2",
      "-Dapp.default-factory=true"),
  FOREIGN_PROVIDER(
      "SocketClient",
      Left.NOTHING,
      "tls.min-version",
      "-Dapp.provider=true",
      "-Dapp.protocols=TLSv1"),
  CLIENT_PROTOCOLS_PROPERTY(
      "SocketClient", Left.NOTHING, "tls.min-version", "-Djdk.tls.client.protocols=TLSv1"),
  CLIENT_SUITES_PROPERTY(
      "EngineClient",
      Left.NOTHING,
      "tls.forward-secrecy",
      "-Djdk.tls.client.cipherSuites=TLS_RSA_WITH_AES_128_CBC_SHA"),
  HTTPS_PROTOCOLS_PROPERTY(
      "HttpsUrlClient", Left.NOTHING, "tls.min-version", "-Dhttps.protocols=TLSv1"),
  HTTPS_SUITES_PROPERTY(
      "HttpsUrlClient",
      Left.NOTHING,
      "tls.forward-secrecy",
      "-Dhttps.cipherSuites=TLS_RSA_WITH_AES_128_CBC_SHA");

  /** What remains of the offer once its weak part is taken out. */
  enum Left {
    NOTHING,
    STRONG
  }

  final String program;
  final Left left;
  final String rule;
  final List<String> options;

  WeakClient(String program, Left left, String rule, String... options) {
    this.program = program;
    this.left = left;
    this.rule = rule;
    this.options = List.of(options);
  }

  /** Whether openssl has what this client wants, so that without the agent it gets it. */
  boolean opensslCan() {
    return this != TRIPLE_DES_SUITE
        && this != EXPORT_SUITE
        && this != RC4_SUITE
        && this != STATIC_ECDH_SUITE;
  }
}
