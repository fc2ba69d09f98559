package dev.stockade.aws.sigv4.authorization;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.text.AmzDate;
import dev.stockade.aws.text.CharSlice;
import dev.stockade.aws.text.Hex;
import dev.stockade.aws.text.Sha256;

/**
 * Reads the claim of a request and says what AWS always rejects by its form. What AWS might take is
 * left to the recomputation.
 */
public final class ClaimReader {
  private static final String HMAC = "AWS4-HMAC-SHA256";
  private static final String ECDSA = "AWS4-ECDSA-P256-SHA256";

  private final CharSlice credential = new CharSlice();

  /**
   * Fills the claim as far as it can be read.
   *
   * @return what is wrong, as a sentence without a full stop; null when nothing is
   */
  public String read(
      RequestHead head, SignatureLocation carried, SigningHeaders headers, Authorization claim) {
    claim.clear();
    credential.clear();
    String wrong = null;
    if (carried == SignatureLocation.QUERY) {
      wrong = QueryAuthorization.read(head.target(), claim, credential);
    } else {
      AuthorizationHeader.read(headers.authorization, claim, credential);
    }
    claim.token |= headers.token;
    claim.ecdsa = claim.algorithm.is(ECDSA);
    if (claim.ecdsa && claim.regionSet == null) {
      claim.regionSet = headers.regionSet();
    }
    String scope = credential.isEmpty() ? null : claim.readCredential(credential);
    if (carried == SignatureLocation.BOTH) {
      return "the header Authorization and the query both carry a signature";
    }
    if (!claim.ecdsa && !claim.algorithm.is(HMAC)) {
      return claim.algorithm.isEmpty()
          ? "X-Amz-Algorithm is missing"
          : "the algorithm is neither " + HMAC + " nor " + ECDSA;
    }
    String missing = missing(claim);
    if (missing != null) {
      return missing;
    }
    if (scope != null) {
      return scope;
    }
    if (wrong != null) {
      return wrong;
    }
    String signature = claim.ecdsa ? EcdsaForm.problem(claim) : hmacProblem(claim);
    if (signature != null) {
      return signature;
    }
    if (!claim.signs("host") && !claim.signs(":authority")) {
      return "host is not among the signed headers";
    }
    return date(head, headers, claim);
  }

  private String missing(Authorization claim) {
    String prefix = claim.presigned ? "X-Amz-" : "";
    if (credential.isEmpty()) {
      return prefix + "Credential is missing";
    }
    if (claim.signedHeaders.isEmpty()) {
      return prefix + "SignedHeaders is missing";
    }
    return claim.signature.isEmpty() ? prefix + "Signature is missing" : null;
  }

  private static String hmacProblem(Authorization claim) {
    if (claim.signature.length() != 2 * Sha256.LENGTH) {
      return "the signature has " + claim.signature.length() + " characters, not 64";
    }
    return Hex.read(claim.signature, claim.mac)
        ? null
        : "the signature holds something else than lower-case hexadecimal digits";
  }

  private static String date(RequestHead head, SigningHeaders headers, Authorization claim) {
    if (claim.date == null) {
      claim.date = headers.amzDate;
    }
    String httpDate = claim.date == null ? headers.date() : null;
    if (httpDate != null) {
      String basic = AmzDate.ofHttpDate(httpDate);
      claim.date = basic != null ? basic : httpDate;
      if (AmzDate.millis(claim.date) == AmzDate.NONE) {
        // HTTP has older forms of it, of which AWS may take one: nothing is certain.
        claim.date = null;
        return null;
      }
    }
    if (claim.date == null) {
      return head.isComplete() ? "neither X-Amz-Date nor Date is sent" : null;
    }
    claim.dateMillis = AmzDate.millis(claim.date);
    if (claim.dateMillis == AmzDate.NONE) {
      return "X-Amz-Date is not of the form 20150830T123600Z";
    }
    return claim.day.length() == 8 && claim.day.standsIn(claim.date, 0)
        ? null
        : "the day of the credential scope is not the day of X-Amz-Date";
  }

  public void clear() {
    credential.clear();
  }
}
