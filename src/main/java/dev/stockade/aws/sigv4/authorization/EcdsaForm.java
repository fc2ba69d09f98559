package dev.stockade.aws.sigv4.authorization;

import dev.stockade.aws.text.Hex;

/** The form of a SigV4a signature: a DER sequence of two numbers (RFC 3279 section 2.2.3). */
final class EcdsaForm {
  /** DER of two numbers below 2^256, each at most 33 bytes. */
  private static final int MAX_BYTES = 72;

  private EcdsaForm() {}

  /** What AWS rejects by its form, or null. */
  static String problem(Authorization claim) {
    int digits = claim.signature.length();
    byte[] der = new byte[MAX_BYTES];
    boolean good =
        digits % 2 == 0
            && digits >= 16
            && digits <= 2 * MAX_BYTES
            && Hex.read(claim.signature, der)
            && isSequence(der, digits / 2);
    return good ? null : "the signature is not DER in lower-case hexadecimal digits";
  }

  private static boolean isSequence(byte[] der, int length) {
    int first = der[3];
    return der[0] == 0x30
        && der[1] == length - 2
        && der[2] == 2
        && first > 0
        && 4 + first + 2 < length
        && der[4 + first] == 2
        && der[5 + first] == length - 6 - first;
  }
}
