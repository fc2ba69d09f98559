package dev.stockade.bench;

import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.tls.Profiles;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.policy.tls.TlsPolicy;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The verdict on one finished handshake. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JudgeBench {
  private final TlsPolicy policy = new TlsPolicy(Profiles.named("aws-outposts"));
  private final TlsFacts compliant =
      facts("TLSv1.3", "TLS_AES_128_GCM_SHA256").keyExchange("x25519", 0).build();
  private final TlsFacts weak = facts("TLSv1.1", "TLS_RSA_WITH_3DES_EDE_CBC_SHA").build();

  private static TlsFacts.Builder facts(String version, String suite) {
    return new TlsFacts.Builder(Direction.OUT)
        .peer("db.internal", "10.0.0.7", 1433)
        .session(version, suite, false);
  }

  @Benchmark
  public Finding compliant() {
    return policy.judge(compliant, 0);
  }

  @Benchmark
  public Finding weak() {
    return policy.judge(weak, 0);
  }
}
