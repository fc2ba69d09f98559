package dev.stockade.aws.sigv4;

import dev.stockade.aws.text.BoundedTable;
import dev.stockade.aws.text.CharSlice;
import dev.stockade.aws.text.HeaderNames;
import dev.stockade.policy.aws.CredentialType;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** An access key id and the results that its good requests share. */
final class AccessKey extends BoundedTable.Entry<AccessKey> {
  private static final int SHOWN = 4;

  /** So many reasons are reported for one key; they may hold the names of a request's headers. */
  private static final int MAX_TOLD = 8;

  private static final Observation LONG_TERM =
      new Observation(
          Rule.AWS_CREDENTIALS_LONG_TERM,
          "the request is signed with a long-term access key (AKIA), not with temporary credentials");

  private static final String KEYLESS = "no signing key is known for this access key";

  private final String accessKey;
  private final String end;
  private final VerificationResult[] valid = new VerificationResult[2];
  private final VerificationResult[] unverifiable = new VerificationResult[2];
  private volatile String[] told = {};

  AccessKey(long hash, String accessKey) {
    super(hash);
    this.accessKey = accessKey;
    int length = accessKey.length();
    this.end = HeaderNames.shown(accessKey.substring(Math.max(0, length - SHOWN)));
    for (int token = 0; token < 2; token++) {
      List<Observation> standing = standing();
      valid[token] = result(SignatureStatus.VALID, token == 1, null, standing);
      unverifiable[token] = result(SignatureStatus.UNVERIFIABLE, token == 1, KEYLESS, standing);
    }
  }

  boolean isOf(CharSlice id) {
    return id.is(accessKey);
  }

  String end() {
    return end;
  }

  /** Of IAM users; such keys go without a session token. */
  boolean isLongTerm() {
    return accessKey.startsWith("AKIA") && accessKey.length() >= 16;
  }

  /** Of STS; such keys go with a session token. */
  boolean isTemporary() {
    return accessKey.startsWith("ASIA") && accessKey.length() >= 16;
  }

  VerificationResult valid(boolean token) {
    return valid[token ? 1 : 0];
  }

  /** No key is known: its requests share what follows, but for the first and the odd. */
  VerificationResult keyless(boolean token, List<Observation> odd) {
    return odd.isEmpty() && isTold(KEYLESS)
        ? unverifiable[token ? 1 : 0]
        : unverifiable(token, KEYLESS, odd);
  }

  /** Nothing is certain, for a reason that a record gives once. */
  VerificationResult unverifiable(boolean token, String why, List<Observation> odd) {
    Observation first = once(why);
    List<Observation> all = odd;
    if (first != null) {
      all = new ArrayList<>(odd);
      all.add(first);
    }
    return resultWith(SignatureStatus.UNVERIFIABLE, token, why, all);
  }

  /** Why a signature cannot be checked, to be said once per access key; null when it was. */
  private Observation once(String why) {
    if (isTold(why) || !tell(why)) {
      return null;
    }
    return new Observation(null, "the signature cannot be checked: " + why);
  }

  private boolean isTold(String why) {
    String[] all = told;
    for (String one : all) {
      if (one.equals(why)) {
        return true;
      }
    }
    return all.length == MAX_TOLD;
  }

  private synchronized boolean tell(String why) {
    if (isTold(why)) {
      return false;
    }
    String[] all = Arrays.copyOf(told, told.length + 1);
    all[all.length - 1] = why;
    told = all;
    return true;
  }

  VerificationResult result(
      SignatureStatus signature, boolean token, String diagnosis, List<Observation> observations) {
    CredentialType credential =
        isTemporary() || (token && !isLongTerm())
            ? CredentialType.TEMPORARY
            : CredentialType.STATIC;
    return new VerificationResult(signature, credential, end, diagnosis, observations);
  }

  /** What is to be said of each of its requests. */
  List<Observation> standing() {
    return isLongTerm() ? Collections.singletonList(LONG_TERM) : Collections.emptyList();
  }

  /** As {@link #result}, with what is to be said of each of its requests at the end. */
  VerificationResult resultWith(
      SignatureStatus signature, boolean token, String diagnosis, List<Observation> observations) {
    List<Observation> both = new ArrayList<>(observations);
    both.addAll(standing());
    return result(signature, token, diagnosis, Collections.unmodifiableList(both));
  }
}
