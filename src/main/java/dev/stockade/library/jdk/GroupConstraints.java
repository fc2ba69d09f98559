package dev.stockade.library.jdk;

import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.util.Set;

/** The constraints of one handshake, and some groups that they forbid besides. Immutable. */
final class GroupConstraints implements AlgorithmConstraints {
  private static final String SIGNATURE_SCHEME = "sun.security.ssl.SignatureScheme";

  /** {@code permits}, {@code NamedGroup} and {@code SignatureScheme}, with what the JIT may add. */
  private static final int MAX_FRAMES = 6;

  private final AlgorithmConstraints own;
  private final Set<String> names;
  private final Set<AlgorithmParameters> parameters;

  /** Keeps the sets. Parameters are equal where they are the same object. */
  GroupConstraints(
      AlgorithmConstraints own, Set<String> names, Set<AlgorithmParameters> parameters) {
    this.own = own;
    this.names = names;
    this.parameters = parameters;
  }

  /** JDK 11 and newer ask by name, JDK 8 by the very parameters of its table. */
  @Override
  public boolean permits(
      Set<CryptoPrimitive> primitives, String algorithm, AlgorithmParameters of) {
    boolean denied =
        primitives.contains(CryptoPrimitive.KEY_AGREEMENT)
            && (of == null ? names.contains(algorithm) : parameters.contains(of));
    return (!denied || asksForSignature()) && own.permits(primitives, algorithm, of);
  }

  /**
   * JDK 11 to 19 ask for the curve of a signature scheme by the same words, and would drop ECDSA by
   * that curve with the group. Only where a group is denied is the stack looked at.
   */
  private static boolean asksForSignature() {
    StackTraceElement[] frames = new Throwable().getStackTrace();
    for (int i = 0; i < frames.length && i < MAX_FRAMES; i++) {
      if (frames[i].getClassName().equals(SIGNATURE_SCHEME)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean permits(Set<CryptoPrimitive> primitives, Key key) {
    return own.permits(primitives, key);
  }

  @Override
  public boolean permits(
      Set<CryptoPrimitive> primitives, String algorithm, Key key, AlgorithmParameters of) {
    return own.permits(primitives, algorithm, key, of);
  }
}
