package dev.stockade.aws;

import dev.stockade.aws.endpoint.Endpoint;
import dev.stockade.aws.endpoint.Endpoints;
import dev.stockade.aws.operation.Operations;
import dev.stockade.aws.operation.OtherCredential;
import dev.stockade.aws.operation.OtherCredentials;
import dev.stockade.aws.operation.UnsignedCalls;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.aws.sigv4.SignatureVerifier;
import dev.stockade.aws.sigv4.VerificationResult;
import dev.stockade.aws.sigv4.authorization.SignatureLocation;
import dev.stockade.aws.text.Ascii;
import dev.stockade.aws.text.HeaderNames;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.aws.CredentialType;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Looks at one outbound request from top to bottom: whose endpoint it is for, whether it goes over
 * TLS, whether it is signed and must be, and whether the signature is right.
 */
public final class AwsRequestInspector {
  private static final int MAX_USUAL_METHOD = 16;
  private static final String NO_TLS = "the request goes to an AWS API endpoint without TLS";
  private static final String NOT_SIGNED =
      "the request carries no credential, and AWS rejects it unsigned";
  private static final String SIGNED_LATER =
      "the request is signed by native code, where its signature cannot be verified";
  private static final String NO_METADATA_TOKEN =
      "instance metadata was asked without a session token (IMDSv1)";

  private final Supplier<SignatureVerifier> verifiers;
  private volatile SignatureVerifier verifier;
  private volatile boolean toldOfNativeSigning;

  /**
   * @param verifiers asked for one when there is something to verify
   */
  public AwsRequestInspector(Supplier<SignatureVerifier> verifiers) {
    this.verifiers = verifiers;
  }

  /**
   * What is to be said of a request.
   *
   * @param client the HTTP client's name in records
   * @param now milliseconds since the epoch
   * @return null for a request that is neither for AWS nor signed for it
   */
  public AwsFacts of(String client, RequestHead head, long now) {
    String authority = head.authority();
    if (authority == null || head.method() == null || head.method().equals("CONNECT")) {
      return null;
    }
    Endpoint endpoint = Endpoints.of(authority);
    boolean ofOthers = endpoint == null || endpoint.kind() == Endpoint.Kind.OTHER;
    if (ofOthers && !mayBeSigned(head)) {
      return null;
    }
    VerificationResult verification = verifier().verify(head, endpoint, now);
    boolean signed = verification.signature() != null;
    if (!signed && ofOthers) {
      return null;
    }
    AwsFacts.Builder facts = new AwsFacts.Builder().http(client, method(head), host(authority));
    String operation = null;
    if (endpoint != null) {
      operation = Operations.name(endpoint, head);
      facts.endpoint(endpoint.partition(), service(endpoint), endpoint.region());
      facts.ofApi(endpoint.kind() == Endpoint.Kind.API).operation(operation);
    }
    List<Observation> observations = verification.observations();
    if (signed) {
      facts.credential(verification.credential(), verification.accessKeyEnd());
      facts.signature(verification.signature());
    } else if (head.isSignedLater()) {
      facts.signature(SignatureStatus.UNVERIFIABLE);
      if (!toldOfNativeSigning && head.transport() != Transport.CLEARTEXT) {
        toldOfNativeSigning = true;
        observations = with(observations, new Observation(null, SIGNED_LATER));
      }
    } else {
      observations = unsigned(facts, endpoint, head, operation, observations);
    }
    if (endpoint != null
        && endpoint.kind() == Endpoint.Kind.API
        && head.transport() == Transport.CLEARTEXT
        && (signed || !isRevocationList(head))) {
      observations = with(observations, new Observation(Rule.AWS_CLEARTEXT, NO_TLS));
    }
    return facts.observations(observations).build();
  }

  private static boolean mayBeSigned(RequestHead head) {
    SignatureLocation location = SignatureLocation.of(head);
    return location != SignatureLocation.NONE && location != SignatureLocation.OTHER;
  }

  private SignatureVerifier verifier() {
    SignatureVerifier known = verifier;
    if (known != null) {
      return known;
    }
    synchronized (verifiers) {
      if (verifier == null) {
        verifier = verifiers.get();
      }
      return verifier;
    }
  }

  private static List<Observation> unsigned(
      AwsFacts.Builder facts,
      Endpoint endpoint,
      RequestHead head,
      String operation,
      List<Observation> observations) {
    OtherCredential other = OtherCredentials.of(endpoint, head);
    UnsignedCalls.Need need = UnsignedCalls.of(endpoint, head, operation);
    boolean api = endpoint.kind() == Endpoint.Kind.API;
    boolean mayStandIn =
        other != null
            && (other.isTaken() || (!other.isRefused() && need != UnsignedCalls.Need.NONE));
    boolean missing = api && need == UnsignedCalls.Need.SIGNATURE && !mayStandIn;
    facts.credential(mayStandIn ? CredentialType.OTHER : CredentialType.NONE, null);
    facts.signature(missing ? SignatureStatus.MISSING : SignatureStatus.NOT_NEEDED);
    if (missing) {
      String sentence = other == null ? NOT_SIGNED : refused(other, endpoint);
      return with(observations, new Observation(SignatureStatus.MISSING.rule(), sentence));
    }
    List<Observation> all =
        mayStandIn ? with(observations, standIn(other, endpoint)) : observations;
    return endpoint.kind() == Endpoint.Kind.METADATA && isMetadataWithoutToken(head)
        ? with(all, new Observation(Rule.AWS_IMDS_V1, NO_METADATA_TOKEN))
        : all;
  }

  private static String refused(OtherCredential other, Endpoint endpoint) {
    return "the request is not signed, and AWS rejects it (other credential: "
        + other.name()
        + ", which "
        + service(endpoint)
        + " does not take)";
  }

  private static Observation standIn(OtherCredential other, Endpoint endpoint) {
    String sentence = "other credential: " + other.name();
    return other.isTaken()
        ? Observation.remark(sentence)
        : new Observation(
            null,
            sentence + ", of which it is not known whether " + service(endpoint) + " takes it");
  }

  /** The token itself is got by a PUT, which IMDSv1 does not know. */
  private static boolean isMetadataWithoutToken(RequestHead head) {
    return head.method().equals("GET") && head.first("x-aws-ec2-metadata-token") == null;
  }

  /**
   * A list of revoked certificates is signed itself and meant to be read without TLS (RFC 5280
   * section 4.2.1.13); AWS Private CA publishes it in S3. Refusing it would break TLS elsewhere.
   */
  private static boolean isRevocationList(RequestHead head) {
    int query = head.target().indexOf('?');
    String path = query < 0 ? head.target() : head.target().substring(0, query);
    return head.method().equals("GET") && path.endsWith(".crl");
  }

  private static String service(Endpoint endpoint) {
    return endpoint.signingName() != null ? endpoint.signingName() : endpoint.service();
  }

  /** A program may have taken it from a stranger. */
  private static String method(RequestHead head) {
    String method = head.method();
    boolean usual = method.length() <= MAX_USUAL_METHOD;
    for (int i = 0; usual && i < method.length(); i++) {
      usual = Ascii.isLetter(method.charAt(i));
    }
    return usual ? method : HeaderNames.shown(method);
  }

  private static String host(String authority) {
    int colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
  }

  private static List<Observation> with(List<Observation> others, Observation first) {
    List<Observation> all = new ArrayList<>(others.size() + 1);
    all.add(first);
    all.addAll(others);
    return all;
  }
}
