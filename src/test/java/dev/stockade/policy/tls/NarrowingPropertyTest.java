package dev.stockade.policy.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every offer: tried with random picks of all that this JDK supports and more. */
class NarrowingPropertyTest {
  private static final long SEED = 20261123;

  @ParameterizedTest
  @MethodSource("dev.stockade.policy.tls.Profiles#names")
  void narrowingLeavesOnlyWhatIsAllowedAndTakesNothingElse(String id) throws Exception {
    TlsPolicy policy = new TlsPolicy(Profiles.named(id));
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      List<String> protocols = pick(protocols(), random);
      List<String> suites = pick(suites(), random);

      Narrowing narrowing = policy.narrowOnce(Offer.of(protocols, suites));
      List<String> keptProtocols = without(protocols, narrowing.removedProtocols());
      List<String> keptSuites = without(suites, narrowing.removedSuites());

      assertThat(narrowing.removedProtocols()).noneMatch(policy::allowsProtocol);
      assertThat(narrowing.removedSuites()).noneMatch(policy::allowsSuite);
      assertThat(keptProtocols)
          .allMatch(name -> policy.allowsProtocol(name) || name.equals("SSLv2Hello"));
      assertThat(keptSuites).allMatch(policy::allowsSuite);
      assertThat(policy.narrowOnce(Offer.of(keptProtocols, keptSuites))).isSameAs(Narrowing.NONE);
      assertThat(narrowing.isEmpty()).isEqualTo(narrowing.rules().isEmpty());
    }
  }

  private static List<String> protocols() throws Exception {
    Set<String> names = new LinkedHashSet<>(List.of("DTLSv1.0", "DTLSv1.2", "DTLSv1.3", "TLSv1.4"));
    Collections.addAll(names, SSLContext.getDefault().getSupportedSSLParameters().getProtocols());
    return List.copyOf(names);
  }

  private static List<String> suites() throws Exception {
    Set<String> names = new LinkedHashSet<>(Profiles.named("aws-outposts").suites());
    Collections.addAll(
        names, SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites());
    names.addAll(List.of("TLS_FALLBACK_SCSV", "TLS_SM4_GCM_SM3", "no suite at all"));
    return List.copyOf(names);
  }

  private static List<String> pick(List<String> from, Random random) {
    List<String> shuffled = new ArrayList<>(from);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, random.nextInt(Math.min(12, shuffled.size() + 1)));
  }

  private static List<String> without(List<String> names, List<String> removed) {
    List<String> kept = new ArrayList<>(names);
    kept.removeAll(removed);
    return kept;
  }
}
