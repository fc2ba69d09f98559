package dev.stockade.aws;

import dev.stockade.policy.Credential;
import dev.stockade.policy.Observation;
import dev.stockade.policy.Rule;
import dev.stockade.policy.Signature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** An access key id and the results that its good requests share. */
final class Identity extends BoundedTable.Entry<Identity> {
  private static final int SHOWN = 4;
  private static final Observation LONG_TERM =
      new Observation(
          Rule.AWS_CREDENTIALS_LONG_TERM,
          "the request is signed with a long-term access key (AKIA), not with temporary credentials");

  private final String accessKey;
  private final String end;
  private final Verification[] valid = new Verification[2];
  private final Verification[] unverifiable = new Verification[2];
  private final AtomicBoolean noted = new AtomicBoolean();

  Identity(long hash, String accessKey) {
    super(hash);
    this.accessKey = accessKey;
    int length = accessKey.length();
    this.end = Names.shown(accessKey.substring(Math.max(0, length - SHOWN)));
    for (int token = 0; token < 2; token++) {
      List<Observation> standing = standing();
      valid[token] = result(Signature.VALID, token == 1, null, standing);
      unverifiable[token] =
          result(Signature.UNVERIFIABLE, token == 1, "no signing key is known", standing);
    }
  }

  boolean isOf(Span id) {
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

  Verification valid(boolean token) {
    return valid[token ? 1 : 0];
  }

  Verification unverifiable(boolean token) {
    return unverifiable[token ? 1 : 0];
  }

  /** True for the first caller only: what is said once per access key. */
  boolean note() {
    return !noted.get() && noted.compareAndSet(false, true);
  }

  Verification result(
      Signature signature, boolean token, String diagnosis, List<Observation> observations) {
    Credential credential =
        isTemporary() || (token && !isLongTerm()) ? Credential.TEMPORARY : Credential.STATIC;
    return new Verification(signature, credential, end, diagnosis, observations);
  }

  /** What is to be said of each of its requests. */
  List<Observation> standing() {
    return isLongTerm() ? Collections.singletonList(LONG_TERM) : Collections.emptyList();
  }

  /** As {@link #result}, with what is to be said of each of its requests at the end. */
  Verification resultWith(
      Signature signature, boolean token, String diagnosis, List<Observation> observations) {
    List<Observation> both = new ArrayList<>(observations);
    both.addAll(standing());
    return result(signature, token, diagnosis, Collections.unmodifiableList(both));
  }
}
