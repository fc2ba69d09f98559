package dev.stockade.cli.policy;

import dev.stockade.cli.command.JsonView;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.TlsFacts;
import java.util.ArrayList;
import java.util.List;

/** The facts of a case. */
final class CaseFacts {
  private CaseFacts() {}

  /** Inbound the port is this process's own, as in the exceptions of a policy. */
  static TlsFacts tls(JsonView tls) {
    tls.only(
        "direction",
        "host",
        "ip",
        "port",
        "sni",
        "version",
        "cipher",
        "group",
        "dhBits",
        "signatureScheme",
        "extendedMasterSecret",
        "renegotiated",
        "provider",
        "acceptsAnyCertificate",
        "acceptsAnyHostName",
        "certificate",
        "clientCertificate");
    Direction direction = tls.choice("direction", Direction.values(), Direction::label);
    boolean inbound = direction == Direction.IN;
    int port = tls.small("port");
    CertificateChain server = CaseCertificate.of(tls.below("certificate"));
    CertificateChain client = CaseCertificate.of(tls.below("clientCertificate"));
    return new TlsFacts.Builder(direction == null ? Direction.OUT : direction)
        .peer(tls.text("host"), tls.text("ip"), inbound ? 0 : port)
        .localPort(inbound ? port : 0)
        .sni(tls.text("sni"))
        .session(tls.text("version"), tls.text("cipher"), false)
        .keyExchange(tls.text("group"), tls.small("dhBits"))
        .agreed(null, null, tls.flagIfAny("extendedMasterSecret"))
        .course(tls.text("signatureScheme"), 0, tls.flag("renegotiated"))
        .seenIn(tls.text("provider"), null)
        .certificates(inbound ? client : server, inbound ? server : client)
        .acceptsAnyCertificate(said(tls.flag("acceptsAnyCertificate")))
        .acceptsAnyHostName(said(tls.flag("acceptsAnyHostName")))
        .build();
  }

  /** The rules are those that the request offends, whatever the policy makes of that. */
  static AwsFacts aws(JsonView aws) {
    aws.only("host", "partition", "service", "region", "signature", "rules");
    List<Observation> observations = new ArrayList<>();
    for (String id : aws.texts("rules")) {
      observations.add(new Observation(rule(id), said(true)));
    }
    String partition = aws.text("partition");
    SignatureStatus signature =
        aws.choice("signature", SignatureStatus.values(), SignatureStatus::label);
    return new AwsFacts.Builder()
        .http(null, null, aws.text("host"))
        .endpoint(partition == null ? "aws" : partition, aws.text("service"), aws.text("region"))
        .signature(signature)
        .observations(SignatureRules.completed(observations, signature))
        .build();
  }

  private static String said(Boolean isSo) {
    return Boolean.TRUE.equals(isSo) ? "the case says so" : null;
  }

  static Rule rule(String id) {
    Rule rule = Rule.named(id);
    if (rule == null) {
      throw new IllegalArgumentException("unknown rule '" + id + "'");
    }
    return rule;
  }
}
