package dev.stockade.e2e.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Trial;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The PostgreSQL driver, which lays TLS over its plain socket, with two real databases. */
@Tag("servers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresTest {
  private PostgresServer old;
  private PostgresServer modern;

  @BeforeAll
  void startServers() throws Exception {
    old =
        PostgresServer.with(
            "ssl_min_protocol_version=TLSv1.1",
            "ssl_max_protocol_version=TLSv1.1",
            "ssl_ciphers=ALL:@SECLEVEL=0");
    modern = PostgresServer.with();
  }

  @AfterAll
  void stopServers() throws Exception {
    if (old != null) {
      old.close();
    }
    if (modern != null) {
      modern.close();
    }
  }

  static List<Jdk> jdks() {
    return ApplicationsTest.jdks();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void jdbcReachesOnlyAStrongDatabase(Jdk jdk) throws Exception {
    Trial trial =
        Trial.of(jdk, ChildJvm::withLegacyAlgorithms, "PostgresClient", old.url(), modern.url());

    assertThat(trial.plain().lineFor(old.target())).contains(" ok TLSv1.1 ");
    trial.assertOnlyWeakPeersRefused(Map.of(old.target(), "tls.min-version"), modern.target());
  }
}
