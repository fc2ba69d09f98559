package dev.stockade.aws.sigv4.authorization;

import dev.stockade.aws.text.AmzDate;
import dev.stockade.aws.text.CharSlice;
import dev.stockade.aws.text.Sha256;

/**
 * The statements of a request about its own signature: who signed it, when, for which scope and
 * which headers. Reused; parts are stretches of the request's own strings.
 */
public final class Authorization {
  /** {@code ID/day/region/service}, and its parts. SigV4a has no region in it. */
  public final CharSlice credential = new CharSlice();

  public final CharSlice accessKey = new CharSlice();
  public final CharSlice day = new CharSlice();
  public final CharSlice region = new CharSlice();
  public final CharSlice service = new CharSlice();

  /** What the string to sign repeats: all of the credential but the id. */
  public final CharSlice scope = new CharSlice();

  public final CharSlice signedHeaders = new CharSlice();
  public final CharSlice signature = new CharSlice();

  /** What the signature's digits stand for, where it is an HMAC. */
  public final byte[] mac = new byte[Sha256.LENGTH];

  /** The algorithm's name as given. */
  public final CharSlice algorithm = new CharSlice();

  private final CharSlice end = new CharSlice();

  public boolean presigned;
  public boolean ecdsa;
  public boolean token;

  /** In ISO 8601 basic format. */
  public String date;

  public long dateMillis;

  /** Of a presigned URL; -1 when it says nothing. */
  public long lifeSeconds;

  /** SigV4a's regions, separated by commas; null without. */
  public String regionSet;

  /** What the query says of the payload; null in the header form. */
  public String queryContentSha256;

  public void clear() {
    credential.clear();
    accessKey.clear();
    day.clear();
    region.clear();
    service.clear();
    scope.clear();
    signedHeaders.clear();
    signature.clear();
    algorithm.clear();
    end.clear();
    presigned = false;
    ecdsa = false;
    token = false;
    date = null;
    dateMillis = AmzDate.NONE;
    lifeSeconds = -1;
    regionSet = null;
    queryContentSha256 = null;
  }

  /** Whether the service is of the family that takes paths as they are. */
  public boolean isS3() {
    return service.is("s3")
        || service.is("s3express")
        || service.is("s3-outposts")
        || service.is("s3-object-lambda");
  }

  /** Whether a header's name is among the signed ones; in lower case. */
  public boolean signs(String name) {
    int from = 0;
    while (from <= signedHeaders.length()) {
      int end = signedHeaders.indexOf(';', from);
      int to = end < 0 ? signedHeaders.length() : end;
      if (to - from == name.length() && signedHeaders.isName(from, name)) {
        return true;
      }
      from = to + 1;
    }
    return false;
  }

  /** Takes the credential apart, from its end, since an id may hold a slash. */
  String readCredential(CharSlice whole) {
    int parts = ecdsa ? 4 : 5;
    int last = whole.lastIndexOf('/', whole.length());
    int serviceStart = before(whole, last);
    int regionStart = ecdsa ? serviceStart : before(whole, serviceStart);
    int dayStart = before(whole, regionStart);
    if (dayStart < 1) {
      return "the credential has fewer than " + parts + " parts";
    }
    whole.part(0, dayStart, accessKey);
    whole.part(dayStart + 1, regionStart, day);
    if (!ecdsa) {
      whole.part(regionStart + 1, serviceStart, region);
    }
    whole.part(serviceStart + 1, last, service);
    whole.part(0, last, credential);
    whole.part(dayStart + 1, whole.length(), scope);
    whole.part(last + 1, whole.length(), end);
    if (!end.is("aws4_request")) {
      return "the credential scope does not end with aws4_request";
    }
    return null;
  }

  private static int before(CharSlice whole, int slash) {
    return slash < 1 ? -1 : whole.lastIndexOf('/', slash);
  }
}
