package dev.stockade.cli.probe;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** What a server answered to a hello. Its strings are names of registries, none of the peer's. */
public final class Answer {
  String version;
  String suite;
  String group;
  String scheme;
  int dhBits;
  boolean extendedMasterSecret;
  boolean encryptThenMac;
  final List<X509Certificate> certificates = new ArrayList<>();

  /** Why there is no agreement, for people; null where there is one. */
  String refusal;

  /** Whether the refusal says that the version itself is not spoken. */
  boolean refusesVersion;

  /** Whether it is unknown what the server would do: no answer in time, or none of TLS. */
  boolean unclear;

  Answer() {}

  static Answer refused(String why, boolean unclear) {
    Answer answer = new Answer();
    answer.refusal = why;
    answer.unclear = unclear;
    return answer;
  }

  boolean isAgreed() {
    return refusal == null;
  }

  /** By its JSSE name. */
  public String version() {
    return version;
  }

  public String suite() {
    return suite;
  }

  /** The group of the key exchange; null where there is none, or it is not on the wire. */
  public String group() {
    return group;
  }

  /** What the key exchange was signed with in TLS 1.2; null where that is not on the wire. */
  public String scheme() {
    return scheme;
  }

  /** The size of the prime of ephemeral DH; 0 where there is none. */
  public int dhBits() {
    return dhBits;
  }

  /** False in TLS 1.3, which has no need of it; as the next. */
  public boolean extendedMasterSecret() {
    return extendedMasterSecret;
  }

  public boolean encryptThenMac() {
    return encryptThenMac;
  }

  /** Leaf first; none in TLS 1.3, where they are encrypted. */
  public List<X509Certificate> certificates() {
    return certificates;
  }
}
