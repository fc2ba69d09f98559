package dev.stockade.library.jdk;

import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.util.Set;

/** The constraints of one handshake, and some groups that they forbid besides. Immutable. */
final class GroupConstraints implements AlgorithmConstraints {
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
    return !denied && own.permits(primitives, algorithm, of);
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
