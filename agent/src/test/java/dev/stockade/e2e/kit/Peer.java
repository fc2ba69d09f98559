package dev.stockade.e2e.kit;

import java.util.List;

/** The TLS that an openssl server is limited to. */
@SuppressWarnings("ImmutableEnumChecker") // the lists cannot be changed
public enum Peer {
  TLS10(false, "-tls1"),
  TLS11(false, "-tls1_1"),
  TLS12_STATIC_RSA(false, "-tls1_2", "-cipher", "AES128-GCM-SHA256:AES256-SHA256:@SECLEVEL=0"),
  TLS12_DHE_1024(
      true,
      "-tls1_2",
      "-cipher",
      "DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0",
      "-dhparam",
      Keys.dh1024().toString()),
  TLS12_ECDHE(true, "-tls1_2", "-cipher", "ECDHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0"),
  TLS13(true, "-tls1_3");

  /** Whether the default profile lets a client connect to it. */
  public final boolean allowed;

  public final List<String> limits;

  Peer(boolean allowed, String... limits) {
    this.allowed = allowed;
    this.limits = List.of(limits);
  }
}
