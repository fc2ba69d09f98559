package dev.stockade.policy.tls;

import dev.stockade.base.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The facts about one X.509 certificate that do not depend on where it was seen, nor when: whether
 * it has expired is for the one who asks. Strings are null and numbers 0 where unknown. All strings
 * are of a peer's choice, and cut when they are set ({@link Limits}).
 */
public final class CertificateFacts {
  /** How long before its end a certificate is spoken of: 30 days, in milliseconds. */
  public static final long NOTICE_MILLIS = 30L * 86_400_000;

  /** Names that are kept of a certificate. */
  public static final int MAX_NAMES = 10;

  private static final int ID = 16;

  private final Builder values;

  /** Of its own, as records name it again and again. */
  private final String id;

  private CertificateFacts(Builder values) {
    this.values = values;
    this.id = values.sha256.substring(0, ID);
  }

  /** The hash of its encoding (DER): 64 hexadecimal digits, letters in lower case. */
  public String sha256() {
    return values.sha256;
  }

  /** The first 16 digits of {@link #sha256()}, by which other records name it. */
  public String id() {
    return id;
  }

  /** The subject's distinguished name (RFC 2253). */
  public String subject() {
    return values.subject;
  }

  /** The issuer's distinguished name. */
  public String issuer() {
    return values.issuer;
  }

  /** In hexadecimal digits, without leading zeros. */
  public String serial() {
    return values.serial;
  }

  /**
   * The algorithm of the key as Java names it: {@code RSA}, {@code EC}, {@code DSA}, {@code
   * RSASSA-PSS}, {@code ML-DSA}; but {@code Ed25519} and {@code Ed448}, which Java has under one
   * name.
   */
  public String keyType() {
    return values.keyType;
  }

  /** Of RSA and DSA the size of the modulus, of EC that of the group's order. */
  public int keyBits() {
    return values.keyBits;
  }

  /** Of an EC key: {@code secp256r1}, {@code secp384r1} or {@code secp521r1}. */
  public String curve() {
    return values.curve;
  }

  /** What the issuer signed it with, as Java names it, such as {@code SHA256withECDSA}. */
  public String signatureAlgorithm() {
    return values.signatureAlgorithm;
  }

  /** In milliseconds since the epoch. */
  public long notBefore() {
    return values.notBefore;
  }

  /** The last moment at which it is valid, in milliseconds since the epoch. */
  public long notAfter() {
    return values.notAfter;
  }

  /**
   * The first {@link #MAX_NAMES} of those alternative names that a peer is looked for by: DNS
   * names, addresses, URIs and mail addresses.
   */
  public List<String> names() {
    return values.names;
  }

  /** How many such names there are in all. */
  public int nameCount() {
    return values.nameCount;
  }

  /** Whether it names its subject as its issuer. Its signature was not verified for that. */
  public boolean isSelfSigned() {
    return values.selfSigned;
  }

  /** Whether it says of itself that it may issue others. */
  public boolean isAuthority() {
    return values.authority;
  }

  /** Of all its strings. */
  int characters() {
    int characters = length(sha256()) + length(values.serial);
    characters += length(values.subject) + length(values.issuer);
    for (String name : values.names) {
      characters += name.length();
    }
    return characters;
  }

  private static int length(String text) {
    return text == null ? 0 : text.length();
  }

  /** Collects the values; not to be used after {@link #build()}. */
  public static final class Builder {
    private final String sha256;
    private String subject;
    private String issuer;
    private String serial;
    private String keyType;
    private int keyBits;
    private String curve;
    private String signatureAlgorithm;
    private long notBefore;
    private long notAfter;
    private List<String> names = Collections.emptyList();
    private int nameCount;
    private boolean selfSigned;
    private boolean authority;

    /**
     * @param sha256 64 hexadecimal digits, or the first 16 where no more is known
     */
    public Builder(String sha256) {
      this.sha256 = sha256;
    }

    public Builder issued(String subject, String issuer, String serial) {
      this.subject = Limits.distinguishedName(subject);
      this.issuer = Limits.distinguishedName(issuer);
      this.serial = Limits.word(serial);
      return this;
    }

    public Builder key(String type, int bits, String curve) {
      this.keyType = Limits.word(type);
      this.keyBits = bits;
      this.curve = Limits.word(curve);
      return this;
    }

    public Builder signatureAlgorithm(String name) {
      this.signatureAlgorithm = Limits.word(name);
      return this;
    }

    public Builder valid(long notBefore, long notAfter) {
      this.notBefore = notBefore;
      this.notAfter = notAfter;
      return this;
    }

    /**
     * @param all of which the first few are kept
     */
    public Builder names(List<String> all) {
      List<String> kept = new ArrayList<>(Math.min(all.size(), MAX_NAMES));
      for (int i = 0; i < all.size() && i < MAX_NAMES; i++) {
        kept.add(Limits.name(all.get(i)));
      }
      this.names = Collections.unmodifiableList(kept);
      this.nameCount = all.size();
      return this;
    }

    public Builder selfSigned(boolean selfSigned) {
      this.selfSigned = selfSigned;
      return this;
    }

    public Builder authority(boolean authority) {
      this.authority = authority;
      return this;
    }

    public CertificateFacts build() {
      return new CertificateFacts(this);
    }
  }
}
