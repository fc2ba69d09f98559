package dev.stockade.aws.sigv4;

import dev.stockade.aws.endpoint.Endpoint;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.sigv4.authorization.Authorization;
import dev.stockade.aws.text.HeaderNames;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Checks what AWS may object to although the signature is right: time, scope and token. None of it
 * ever is a violation: the SDKs send a wrong date or region first and learn from the answer.
 */
final class ScopeAndClock {
  private static final long SKEW_MILLIS = 5 * 60_000L;

  /** S3 answers RequestTimeTooSkewed only after a quarter of an hour. */
  private static final long S3_SKEW_MILLIS = 15 * 60_000L;

  private ScopeAndClock() {}

  /** Empty for a good request. */
  static List<Observation> of(
      Authorization claim,
      AccessKey identity,
      Endpoint endpoint,
      RequestHead head,
      long nowMillis) {
    Observation date = date(claim, nowMillis);
    Observation scope = endpoint == null ? null : scope(claim, endpoint);
    Observation token = head.isComplete() ? token(claim, identity) : null;
    if (date == null && scope == null && token == null) {
      return Collections.emptyList();
    }
    List<Observation> all = new ArrayList<>();
    for (Observation one : new Observation[] {date, scope, token}) {
      if (one != null) {
        all.add(one);
      }
    }
    return Collections.unmodifiableList(all);
  }

  /** How a right signature is called with the first of these observations. */
  static SignatureStatus status(List<Observation> observations) {
    for (Observation observation : observations) {
      SignatureStatus status = SignatureStatus.offending(observation.rule());
      if (status != null) {
        return status;
      }
    }
    return SignatureStatus.VALID;
  }

  private static Observation date(Authorization claim, long nowMillis) {
    long ahead = claim.dateMillis - nowMillis;
    long most = claim.isS3() ? S3_SKEW_MILLIS : SKEW_MILLIS;
    if (claim.presigned) {
      if (claim.lifeSeconds > 0 && -ahead > claim.lifeSeconds * 1000) {
        return new Observation(
            Rule.AWS_SIGNATURE_EXPIRED,
            "the presigned request ended " + span(-ahead - claim.lifeSeconds * 1000) + " ago");
      }
      return ahead > most ? skew(ahead) : null;
    }
    return ahead > most || -ahead > most ? skew(ahead) : null;
  }

  private static Observation skew(long ahead) {
    return new Observation(
        Rule.AWS_SIGNATURE_SKEW,
        "the signing date is "
            + span(Math.abs(ahead))
            + (ahead > 0 ? " ahead of" : " behind")
            + " this machine's clock");
  }

  private static String span(long millis) {
    long seconds = millis / 1000;
    if (seconds < 120) {
      return seconds + " s";
    }
    if (seconds < 7200) {
      return seconds / 60 + " min";
    }
    return seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " days";
  }

  private static Observation scope(Authorization claim, Endpoint endpoint) {
    if (endpoint.region() == null || endpoint.signingName() == null) {
      return null;
    }
    boolean region =
        claim.ecdsa
            ? covers(claim.regionSet, endpoint.region())
            : claim.region.is(endpoint.region());
    if (region && claim.service.is(endpoint.signingName())) {
      return null;
    }
    String signed = claim.ecdsa ? claim.regionSet : claim.region.copy();
    return new Observation(
        Rule.AWS_SIGNATURE_SCOPE,
        "the credential scope says "
            + (signed == null ? "no region" : HeaderNames.shown(signed))
            + "/"
            + HeaderNames.shown(claim.service.copy())
            + ", the host is "
            + endpoint.region()
            + "/"
            + endpoint.signingName());
  }

  /** Whether a list of regions, in which a star stands for any characters, holds a region. */
  private static boolean covers(String regionSet, String region) {
    if (regionSet == null) {
      return true;
    }
    for (String one : regionSet.split(",", -1)) {
      String pattern = one.trim();
      int star = pattern.indexOf('*');
      if (star < 0
          ? pattern.equals(region)
          : region.startsWith(pattern.substring(0, star))
              && region.endsWith(pattern.substring(pattern.lastIndexOf('*') + 1))) {
        return true;
      }
    }
    return false;
  }

  private static Observation token(Authorization claim, AccessKey identity) {
    if (identity.isTemporary() && !claim.token) {
      return new Observation(
          Rule.AWS_SIGNATURE_TOKEN,
          "a temporary access key (ASIA) signs the request, which has no session token");
    }
    if (identity.isLongTerm() && claim.token) {
      return new Observation(
          Rule.AWS_SIGNATURE_TOKEN,
          "a long-term access key (AKIA) signs the request, which has a session token");
    }
    return null;
  }
}
