package dev.stockade.aws.keys;

import dev.stockade.aws.text.CharSlice;

/** Looks into the ring of keys for tests of other packages. */
public final class HeldKeys {
  private HeldKeys() {}

  /**
   * How many keys are held for a credential.
   *
   * @param credential {@code ID/day/region/service}
   */
  public static int count(SigningKeys keys, String credential) {
    ScopeKeys found = keys.find(new CharSlice().set(credential));
    return found == null ? 0 : found.keys().length;
  }

  /** Whether that key is among them. */
  public static boolean hold(SigningKeys keys, String credential, byte[] key) {
    ScopeKeys found = keys.find(new CharSlice().set(credential));
    return found != null && found.holds(key);
  }
}
