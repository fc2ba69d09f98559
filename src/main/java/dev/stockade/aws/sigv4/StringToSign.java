package dev.stockade.aws.sigv4;

import dev.stockade.aws.keys.ScopeKeys;
import dev.stockade.aws.keys.SignedRequest;
import dev.stockade.aws.sigv4.authorization.Authorization;
import dev.stockade.aws.text.ByteBuilder;
import dev.stockade.aws.text.Fingerprint;
import dev.stockade.aws.text.Hex;
import dev.stockade.aws.text.HmacKey;
import dev.stockade.aws.text.SeededHash;
import dev.stockade.aws.text.Sha256;
import java.security.PublicKey;
import java.util.Collections;
import java.util.List;

/**
 * Decides whether the claim's signature is for a canonical request: it is the one that a signer
 * made the signature of, or its hash is what a known key signs.
 */
final class StringToSign {
  private static final HmacKey[] NO_KEYS = {};
  private static final byte[] NO_HASH = new byte[2 * Sha256.LENGTH];

  private final EcdsaSignatures ecdsa;
  private final Fingerprint whole = new Fingerprint();
  private final ByteBuilder toSign = new ByteBuilder();
  private final byte[] digest = new byte[Sha256.LENGTH];
  private final byte[] computed = new byte[Sha256.LENGTH];
  private Authorization claim;
  private SignedRequest logged;
  private ScopeKeys scopeKeys;
  private List<PublicKey> publicKeys;
  private int hashAt;
  private boolean scopeChanged;
  private boolean accessKeyChanged;
  private boolean keyGone;

  StringToSign(EcdsaSignatures ecdsa) {
    this.ecdsa = ecdsa;
  }

  /**
   * @param logged what a signer made the signature of, or null
   */
  void begin(Authorization claim, SignedRequest logged) {
    this.claim = claim;
    this.logged = logged;
    scopeKeys = null;
    publicKeys = Collections.emptyList();
    scopeChanged = false;
    accessKeyChanged = false;
    keyGone = false;
    toSign.cut(0);
  }

  void keys(ScopeKeys scopeKeys, List<PublicKey> publicKeys) {
    this.scopeKeys = scopeKeys;
    this.publicKeys = publicKeys;
  }

  boolean hasKey() {
    return claim.ecdsa ? !publicKeys.isEmpty() : scopeKeys != null;
  }

  boolean isPossible() {
    return logged != null || hasKey();
  }

  /** Whether what the signer made its signature of decides, without any key. */
  boolean isForSigner() {
    return logged.knowsCredential() ? isInScope() && isAccessKey() : !hasKey();
  }

  boolean fits(ByteBuilder canonicalRequest, Sha256 sha) {
    boolean same =
        logged != null
            && logged.isOf(whole.read(canonicalRequest.array(), 0, canonicalRequest.size()));
    boolean otherKey = same && logged.knowsCredential() && isInScope() && !isAccessKey();
    accessKeyChanged |= otherKey;
    if (same && !otherKey && (logged.knowsCredential() || !hasKey())) {
      boolean inScope = !logged.knowsCredential() || isInScope();
      scopeChanged |= !inScope;
      return inScope;
    }
    if (!hasKey()) {
      return false;
    }
    complete(canonicalRequest, sha);
    boolean right =
        claim.ecdsa ? ecdsa.isRight(claim, publicKeys, toSign.array(), toSign.size()) : isHmac(sha);
    scopeChanged |= same && !otherKey && !right;
    return right;
  }

  private boolean isInScope() {
    return logged.isScope(claim.scope.hash(SeededHash.START));
  }

  private boolean isAccessKey() {
    return logged.isAccessKey(claim.accessKey.hash(SeededHash.START));
  }

  /** Writes the string to sign, if that is not done yet, with the hash of a canonical request. */
  private void complete(ByteBuilder canonicalRequest, Sha256 sha) {
    if (toSign.size() == 0) {
      toSign.add(claim.algorithm);
      toSign.add('\n');
      toSign.addAscii(claim.date);
      toSign.add('\n');
      toSign.add(claim.scope);
      toSign.add('\n');
      hashAt = toSign.size();
      toSign.add(NO_HASH, 0, NO_HASH.length);
    }
    sha.of(canonicalRequest.array(), 0, canonicalRequest.size(), digest);
    Hex.write(digest, Sha256.LENGTH, toSign.array(), hashAt);
  }

  private boolean isHmac(Sha256 sha) {
    HmacKey[] keys = scopeKeys == null ? NO_KEYS : scopeKeys.keys();
    for (HmacKey key : keys) {
      sha.hmac(key, toSign.array(), 0, toSign.size(), computed);
      int difference = 0;
      for (int i = 0; i < Sha256.LENGTH; i++) {
        difference |= computed[i] ^ claim.mac[i];
      }
      if (difference == 0) {
        return true;
      }
      keyGone |= key.isGone();
    }
    return false;
  }

  /** Whether the canonical request is what was signed and the rest of the signed text is not. */
  boolean isScopeChanged() {
    return scopeChanged;
  }

  /** Whether what was signed is sent as it was, but as that of another access key id. */
  boolean isAccessKeyChanged() {
    return accessKeyChanged;
  }

  /** Whether a key may be missing here that this process used, so that a failure proves nothing. */
  boolean isKeyMissing() {
    return keyGone || (!claim.ecdsa && scopeKeys != null && scopeKeys.isFull());
  }

  SignedRequest logged() {
    return logged;
  }

  void wipe() {
    toSign.wipe();
    claim = null;
    logged = null;
    scopeKeys = null;
    publicKeys = null;
  }
}
