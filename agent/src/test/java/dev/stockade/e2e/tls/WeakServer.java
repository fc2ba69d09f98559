package dev.stockade.e2e.tls;

import java.util.List;

/** A way in which an application makes its server weak. */
@SuppressWarnings("ImmutableEnumChecker") // the lists cannot be changed
enum WeakServer {
  PROTOCOL_SETTER("SocketServer", Left.NOTHING, "tls.min-version", "-Dapp.protocols=TLSv1"),
  PROTOCOLS_BY_PARAMETERS_OF_ENGINE(
      "EngineServer",
      Left.NOTHING,
      "tls.min-version",
      "-Dapp.protocols=TLSv1,TLSv1.1",
      "-Dapp.parameters=true"),
  MIXED_PROTOCOLS("SocketServer", Left.STRONG, "tls.min-version", "-Dapp.protocols=TLSv1,TLSv1.2"),
  STATIC_RSA_BY_PARAMETERS(
      "SocketServer",
      Left.NOTHING,
      "tls.forward-secrecy",
      "-Dapp.suites=TLS_RSA_WITH_AES_128_CBC_SHA,TLS_RSA_WITH_AES_128_GCM_SHA256",
      "-Dapp.parameters=true"),
  ANONYMOUS_SUITE_OF_ENGINE(
      "EngineServer",
      Left.NOTHING,
      "tls.cipher-strength",
      "-Dapp.suites=TLS_DH_anon_WITH_AES_128_GCM_SHA256"),
  NULL_SUITE(
      "SocketServer",
      Left.NOTHING,
      "tls.cipher-strength",
      "-Dapp.suites=TLS_RSA_WITH_NULL_SHA256,TLS_ECDHE_RSA_WITH_NULL_SHA"),
  CONTEXT_TLSV1("EngineServer", Left.STRONG, "tls.min-version", "-Dapp.context=TLSv1"),
  DEFAULT_CONTEXT(
      "SocketServer",
      Left.STRONG,
      "tls.min-version",
      "-Dapp.context=SSL",
      "-Dapp.default-context=true"),
  LAYERED_OVER_PLAIN_SOCKETS(
      "SocketServer",
      Left.NOTHING,
      "tls.min-version",
      "-Dapp.wrapped=true",
      "-Dapp.protocols=TLSv1,TLSv1.1"),
  SERVER_PROTOCOLS_PROPERTY(
      "SocketServer", Left.NOTHING, "tls.min-version", "-Djdk.tls.server.protocols=TLSv1"),
  SERVER_SUITES_PROPERTY(
      "EngineServer",
      Left.NOTHING,
      "tls.forward-secrecy",
      "-Djdk.tls.server.cipherSuites=TLS_RSA_WITH_AES_128_CBC_SHA");

  /** What remains of what is accepted once its weak part is taken out. */
  enum Left {
    NOTHING,
    STRONG
  }

  final String program;
  final Left left;
  final String rule;
  final List<String> options;

  WeakServer(String program, Left left, String rule, String... options) {
    this.program = program;
    this.left = left;
    this.rule = rule;
    this.options = List.of(options);
  }
}
