package dev.stockade.library.jdk;

import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.Profiles;
import dev.stockade.policy.tls.TlsPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Narrowing an offer that was seen before, of all suites that this JDK supports. As JSSE does, the
 * list is made anew for each handshake, so the look-up compares it part by part.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OfferFilterBench {
  private final OfferFilter filter = new OfferFilter(new TlsPolicy(Profiles.named("aws-outposts")));
  private final List<Constant> protocols = constants("TLSv1.3", "TLSv1.2", "TLSv1.1");
  private List<Constant> suites;

  /** The instances in the cache are others than those that are looked up. */
  @Setup
  public void fillCache() throws Exception {
    suites = constants(SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites());
    List<Constant> earlier = Collections.unmodifiableList(new ArrayList<>(suites));
    filter.suites(earlier);
    filter.narrowing(protocols, earlier);
  }

  @Benchmark
  public List<?> suites() throws Exception {
    return filter.suites(suites);
  }

  @Benchmark
  public Narrowing narrowing() throws Exception {
    return filter.narrowing(protocols, suites);
  }

  private static List<Constant> constants(String... names) {
    List<Constant> constants = new ArrayList<>();
    for (String name : names) {
      constants.add(new Constant(name));
    }
    return Collections.unmodifiableList(constants);
  }

  /** Stands for JSSE's enums: compared by identity, with the name in a field. */
  private static final class Constant {
    @SuppressWarnings("UnusedVariable") // read by reflection
    private final String name;

    Constant(String name) {
      this.name = name;
    }
  }
}
