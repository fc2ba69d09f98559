package dev.stockade.cli.sigv4;

import dev.stockade.aws.endpoint.Endpoint;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.cli.sigv4.SignedText.Part;
import java.util.EnumMap;
import java.util.List;

/**
 * Finds what a signer did differently: the errors that people make in signers of their own are put
 * into the signed text, one and then two at a time, until the signature comes out.
 */
public final class HandMade {
  /** Longer requests are tried with one error only. */
  private static final int MAX_FOR_TWO = 1 << 14;

  private final SignedText text = new SignedText();
  private final Suspicions suspicions;
  private final String signature;

  private HandMade(RequestHead head, CredentialScope scope, Endpoint endpoint, String secret) {
    signature = scope.signature();
    suspicions = new Suspicions(text, head, scope, endpoint, secret);
  }

  /**
   * One sentence, or null when no error that is known makes the signature.
   *
   * @param endpoint what answers at the host, or null
   * @param thorough whether two errors at once are tried, which takes a second
   */
  public static String difference(
      RequestHead head, CredentialScope scope, Endpoint endpoint, String secret, boolean thorough) {
    String found = new HandMade(head, scope, endpoint, secret).difference(thorough);
    return found == null ? null : found + ": signed so, the signature comes out";
  }

  private String difference(boolean thorough) {
    for (EnumMap<Part, String> base : suspicions.bases()) {
      String one = withOne(base);
      if (one != null) {
        return one;
      }
    }
    int size = 0;
    for (String part : suspicions.bases().get(0).values()) {
      size += part.length();
    }
    for (EnumMap<Part, String> base : suspicions.bases()) {
      String two = size > MAX_FOR_TWO || !thorough ? null : withTwo(base);
      if (two != null) {
        return two;
      }
    }
    return null;
  }

  private String withOne(EnumMap<Part, String> base) {
    for (Suspicion one : suspicions.all()) {
      if (fits(base, one, null)) {
        return one.sentence();
      }
    }
    return null;
  }

  private String withTwo(EnumMap<Part, String> base) {
    List<Suspicion> all = suspicions.all();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        if (all.get(i).part() != all.get(j).part() && fits(base, all.get(i), all.get(j))) {
          return all.get(i).sentence() + "; " + all.get(j).sentence();
        }
      }
    }
    return null;
  }

  private boolean fits(EnumMap<Part, String> base, Suspicion one, Suspicion two) {
    EnumMap<Part, String> parts = new EnumMap<>(base);
    parts.put(one.part(), one.text());
    if (two != null) {
      parts.put(two.part(), two.text());
    }
    return text.signature(parts).equals(signature);
  }
}
