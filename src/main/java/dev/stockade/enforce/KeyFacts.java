package dev.stockade.enforce;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import javax.crypto.interfaces.DHKey;

/** The kind and the size of a public key, whatever provider made it. */
final class KeyFacts {
  /** The orders of the three curves that certificates have (SEC 2, version 2.0). */
  private static final String[][] CURVES = {
    {"secp256r1", "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"},
    {
      "secp384r1",
      "ffffffffffffffffffffffffffffffffffffffffffffffff"
          + "c7634d81f4372ddf581a0db248b0a77aecec196accc52973"
    },
    {
      "secp521r1",
      "1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa"
          + "51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409"
    },
  };

  /** Bytes of an encoded key of those two: 32 and 57, with 12 before them (RFC 8410). */
  private static final int ED25519 = 44;

  private static final int ED448 = 69;

  final String type;

  /** 0 where the kind has only one size, or it is not known. */
  final int bits;

  /** Of a curve with a name here, else null. */
  final String curve;

  KeyFacts(PublicKey key) {
    String curve = null;
    int bits = 0;
    if (key instanceof RSAKey) {
      bits = ((RSAKey) key).getModulus().bitLength();
    } else if (key instanceof ECKey) {
      BigInteger order = ((ECKey) key).getParams().getOrder();
      bits = order.bitLength();
      curve = curve(order.toString(16));
    } else if (key instanceof DSAKey && ((DSAKey) key).getParams() != null) {
      bits = ((DSAKey) key).getParams().getP().bitLength();
    } else if (key instanceof DHKey && ((DHKey) key).getParams() != null) {
      bits = ((DHKey) key).getParams().getP().bitLength();
    }
    this.type = type(key);
    this.bits = bits;
    this.curve = curve;
  }

  /** JDK 8 to 14 know the two by their object identifiers only. */
  private static String type(PublicKey key) {
    String name = key.getAlgorithm();
    if (!name.equals("EdDSA")) {
      return name.equals("1.3.101.112") ? "Ed25519" : name.equals("1.3.101.113") ? "Ed448" : name;
    }
    byte[] encoded = key.getEncoded();
    int length = encoded == null ? 0 : encoded.length;
    return length == ED25519 ? "Ed25519" : length == ED448 ? "Ed448" : name;
  }

  private static String curve(String order) {
    for (String[] known : CURVES) {
      if (known[1].equals(order)) {
        return known[0];
      }
    }
    return null;
  }
}
