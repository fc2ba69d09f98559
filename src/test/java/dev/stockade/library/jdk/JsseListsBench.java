package dev.stockade.library.jdk;

import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.Profiles;
import dev.stockade.policy.tls.TlsPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedList;
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
public class JsseListsBench {
  private final TlsPolicy policy = new TlsPolicy(Profiles.named("aws-outposts"));
  private final JsseLists protocolLists = JsseLists.ofProtocols();
  private final JsseLists suiteLists = JsseLists.ofSuites();
  private final List<Constant> protocols = constants("TLSv1.3", "TLSv1.2", "TLSv1.1");
  private List<Constant> suites;
  private List<Constant> linked;

  /** The lists in the cache are others than those that are looked up. */
  @Setup
  @SuppressWarnings("JdkObsolete") // JSSE, too, makes linked lists.
  public void fillCache() throws Exception {
    suites = constants(SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites());
    linked = Collections.unmodifiableList(new LinkedList<>(suites));
    suiteLists.of(Collections.unmodifiableList(new ArrayList<>(suites)));
    protocolLists.of(Collections.unmodifiableList(new ArrayList<>(protocols)));
  }

  @Benchmark
  public List<?> suites() throws Exception {
    return suiteLists.of(suites).leftBy(policy, suites, false);
  }

  @Benchmark
  public Narrowing narrowing() throws Exception {
    return policy.narrow(suiteLists.of(suites).with(protocolLists.of(protocols)));
  }

  /** What JSSE's lists of suites are. */
  @Benchmark
  public List<?> linkedSuites() throws Exception {
    return suiteLists.of(linked).leftBy(policy, linked, false);
  }

  @Benchmark
  public Narrowing linkedNarrowing() throws Exception {
    return policy.narrow(suiteLists.of(linked).with(protocolLists.of(protocols)));
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
