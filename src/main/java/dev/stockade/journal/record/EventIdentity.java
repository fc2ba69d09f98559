package dev.stockade.journal.record;

import dev.stockade.journal.CallSite;
import dev.stockade.journal.Event;
import dev.stockade.policy.Decision;
import dev.stockade.policy.aws.AwsAnswer;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.CertificateFacts;
import dev.stockade.policy.tls.TlsFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The identity of an event, equal where two are the same fact: all that is known of them but the
 * time, how long it took, the client's port, which is an ephemeral one, and the ids of an answer.
 */
final class EventIdentity {
  /** About what the objects take that hold the strings. */
  private static final int FRAME_CHARACTERS = 300;

  private final Object[] values;
  private final int hash;

  /** What else an event holds. */
  private final int surplus;

  private EventIdentity(List<Object> values, int surplus) {
    this.surplus = surplus;
    this.values = values.toArray();
    this.hash = Arrays.hashCode(this.values);
  }

  static EventIdentity of(Event event) {
    List<Object> values = new ArrayList<>(48);
    values.add(event.kind());
    values.add(event.action());
    values.add(event.verdict());
    values.add(event.reason());
    values.add(event.finding() == null ? null : event.finding().rules());
    values.add(event.exception() == null ? null : event.exception().id());
    addCandidate(values, event.candidate());
    addConnection(values, event.tls());
    addRequest(values, event.aws());
    addCode(values, event.code());
    return new EventIdentity(values, surplus(event.tls()));
  }

  /** How much it holds, about. */
  int characters() {
    int characters = FRAME_CHARACTERS + surplus;
    for (Object value : values) {
      characters += value instanceof String ? ((String) value).length() : 0;
    }
    return characters;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventIdentity
        && hash == ((EventIdentity) other).hash
        && Arrays.equals(values, ((EventIdentity) other).values);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  private static int surplus(TlsFacts tls) {
    return tls == null ? 0 : surplus(tls.serverChain()) + surplus(tls.clientChain());
  }

  private static int surplus(CertificateChain chain) {
    return chain == null ? 0 : chain.surplus();
  }

  private static void addCandidate(List<Object> values, Decision candidate) {
    if (candidate != null) {
      values.add(candidate.action());
      values.add(candidate.finding().verdict());
      values.add(candidate.finding().reason());
    }
    values.add(null); // ends this part, as what follows may be absent as well
  }

  private static void addConnection(List<Object> values, TlsFacts tls) {
    if (tls != null) {
      boolean inbound = tls.direction() == Direction.IN;
      values.add(tls.direction());
      values.addAll(Arrays.asList(tls.host(), tls.ip(), tls.sni()));
      values.add(inbound ? 0 : tls.port());
      values.addAll(Arrays.asList(tls.viaHost(), tls.viaIp(), tls.viaPort()));
      values.add(tls.localIp());
      values.add(inbound ? tls.localPort() : 0);
      values.addAll(Arrays.asList(tls.version(), tls.cipher(), tls.group(), tls.dhBits()));
      values.add(tls.version() == null ? null : tls.resumed());
      values.add(tls.isRenegotiated());
      values.addAll(Arrays.asList(tls.provider(), tls.engine()));
      values.addAll(Arrays.asList(tls.alpn(), tls.clientAuth(), tls.signatureScheme()));
      values.add(tls.extendedMasterSecret());
      values.add(id(tls.serverCertificate()));
      values.add(id(tls.clientCertificate()));
    }
    values.add(null);
  }

  private static String id(CertificateFacts certificate) {
    return certificate == null ? null : certificate.id();
  }

  private static void addRequest(List<Object> values, AwsFacts aws) {
    if (aws != null) {
      values.addAll(Arrays.asList(aws.partition(), aws.service(), aws.region(), aws.operation()));
      values.addAll(Arrays.asList(aws.credential(), aws.accessKey(), aws.signature()));
      values.addAll(Arrays.asList(aws.client(), aws.method(), aws.host()));
      addAnswer(values, aws.answer());
    }
    values.add(null);
  }

  /** The ids differ each time. */
  private static void addAnswer(List<Object> values, AwsAnswer answer) {
    if (answer != null) {
      values.addAll(Arrays.asList(answer.status(), answer.errorCode()));
    }
  }

  private static void addCode(List<Object> values, CallSite code) {
    if (code != null) {
      values.addAll(Arrays.asList(code.className(), code.method(), code.jar()));
    }
  }
}
