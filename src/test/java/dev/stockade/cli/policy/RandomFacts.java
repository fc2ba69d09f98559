package dev.stockade.cli.policy;

import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.aws.CredentialType;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.CertificateFacts;
import dev.stockade.policy.tls.TlsFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Facts by chance, the same for the same seed. No two are alike: each has a peer of its own. */
public final class RandomFacts {
  private static final List<String> VERSIONS =
      List.of("SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3", "DTLSv1.0", "DTLSv1.2", "TLSv9");
  private static final List<String> SUITES =
      List.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
          "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDH_RSA_WITH_AES_128_CBC_SHA",
          "TLS_ECDHE_RSA_WITH_RC4_128_SHA",
          "SSL_RSA_WITH_3DES_EDE_CBC_SHA",
          "TLS_DH_anon_WITH_AES_128_CBC_SHA",
          "GNU_STRANGE");
  private static final long DAY = 86_400_000;
  private static final long TODAY = System.currentTimeMillis() / DAY * DAY;
  private static final List<String> GROUPS = List.of("x25519", "secp256r1", "sect163k1");

  private final Random random;
  private int number;

  public RandomFacts(long seed) {
    random = new Random(seed);
  }

  public TlsFacts tls() {
    number++;
    boolean inbound = random.nextInt(4) == 0;
    String host = inbound || random.nextInt(5) == 0 ? null : "h" + number + domain();
    return new TlsFacts.Builder(inbound ? Direction.IN : Direction.OUT)
        .peer(host, "10.0." + number / 250 + "." + (1 + number % 250), 1 + random.nextInt(9000))
        .localPort(inbound ? 8443 : 0)
        .sni(random.nextBoolean() ? host : null)
        .session(one(VERSIONS), one(SUITES), random.nextInt(5) == 0)
        .keyExchange(
            random.nextBoolean() ? one(GROUPS) : null,
            random.nextBoolean() ? 512 << random.nextInt(4) : 0)
        .certificates(chain(), chain())
        .seenIn("SunJSSE", "SSLSocket")
        .acceptsAnyCertificate(random.nextInt(8) == 0 ? "com.acme.Anybody, set up by A.b" : null)
        .acceptsAnyHostName(random.nextInt(8) == 0 ? "com.acme.AnyName" : null)
        .build();
  }

  /** None, or one that is good in some respects. */
  private CertificateChain chain() {
    if (random.nextBoolean()) {
      return null;
    }
    String sha256 = String.format("%016x", random.nextLong()).repeat(4);
    CertificateFacts leaf =
        new CertificateFacts.Builder(sha256)
            .issued("CN=h" + number, "CN=root", "1f")
            .key(one(List.of("RSA", "EC", "Ed25519")), one(List.of(0, 192, 256, 1024, 2048)), null)
            .signatureAlgorithm(one(List.of("SHA1withRSA", "SHA256withRSA", "Ed25519")))
            .valid(TODAY - 900 * DAY, TODAY + one(List.of(-800, -1, 5, 29, 31, 800)) * DAY)
            .selfSigned(random.nextInt(4) == 0)
            .build();
    return new CertificateChain(List.of(leaf));
  }

  /** What a signature's state always means is among the observations. */
  public AwsFacts aws() {
    number++;
    SignatureStatus signature =
        SignatureStatus.values()[random.nextInt(SignatureStatus.values().length)];
    List<Observation> seen = new ArrayList<>();
    for (Rule rule :
        List.of(
            Rule.AWS_CLEARTEXT,
            Rule.AWS_SIGNATURE_TOKEN,
            Rule.AWS_CREDENTIALS_LONG_TERM,
            Rule.AWS_IMDS_V1)) {
      if (random.nextInt(3) == 0) {
        seen.add(new Observation(rule, "said of " + rule.id() + "; and more"));
      }
    }
    if (random.nextInt(4) == 0) {
      seen.add(new Observation(null, "something to know"));
    }
    return new AwsFacts.Builder()
        .endpoint(random.nextInt(6) == 0 ? null : "aws", "sqs", "eu-west-1")
        .operation("SendMessage")
        .credential(CredentialType.STATIC, "0001")
        .signature(signature)
        .http("apache4", "POST", "h" + number + domain())
        .observations(SignatureRules.completed(seen, signature))
        .build();
  }

  private String domain() {
    return random.nextBoolean() ? ".erp.internal" : ".example.com";
  }

  <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  public int below(int bound) {
    return random.nextInt(bound);
  }
}
