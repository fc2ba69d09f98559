package dev.stockade.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.CertificateFacts;
import dev.stockade.policy.tls.Profiles;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.policy.tls.TlsPolicy;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verdict on every compliant connection of a busy host must cost no garbage. */
class JudgeAllocationTest {
  private static final int CALLS = 100_000;
  private static final long NOW = System.currentTimeMillis();

  @ParameterizedTest
  @ValueSource(
      strings = {"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "SSL_ECDHE_RSA_WITH_AES_128_GCM_SHA256"})
  void judgingAPassAllocatesNothing(String suite) {
    TlsPolicy policy = new TlsPolicy(Profiles.named("aws-outposts"));
    CertificateChain chain =
        new CertificateChain(List.of(certificate("a", false), certificate("b", true)));
    TlsFacts facts =
        new TlsFacts.Builder(Direction.OUT)
            .session("TLSv1.2", suite, false)
            .keyExchange("X25519", 0)
            .certificates(chain, chain)
            .build();
    assertThat(bytesOf(policy, facts)).as("warm-up").isNotNegative();

    // Less than one byte a call: the measurement itself may allocate a little.
    assertThat(bytesOf(policy, facts)).isLessThan(CALLS);
  }

  private static CertificateFacts certificate(String digit, boolean selfSigned) {
    return new CertificateFacts.Builder(digit.repeat(64))
        .issued("CN=" + digit, "CN=b", "1")
        .key("RSA", 2048, null)
        .signatureAlgorithm("SHA256withRSA")
        .valid(1, Long.MAX_VALUE)
        .selfSigned(selfSigned)
        .build();
  }

  private static long bytesOf(TlsPolicy policy, TlsFacts facts) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    boolean passed = true;
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < CALLS; i++) {
      passed &= policy.judge(facts, NOW) == Finding.PASS;
    }
    long bytes = threads.getThreadAllocatedBytes(thread) - before;
    assertThat(passed).isTrue();
    return bytes;
  }
}
