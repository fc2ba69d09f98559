package dev.stockade.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The name of the jar, however a class loader writes where a class is from. */
class CallSitePathTest {
  @ParameterizedTest
  @CsvSource({
    "/opt/acme-dao-1.4.jar, acme-dao-1.4.jar",
    "/opt/app/classes/, classes",
    "file:/opt/orders.jar!/BOOT-INF/lib/acme-dao-1.4.jar!/, acme-dao-1.4.jar",
    "file:/opt/orders.jar!/BOOT-INF/classes!/, orders.jar",
    "nested:/opt/orders.jar/!BOOT-INF/lib/acme-dao-1.4.jar!/, acme-dao-1.4.jar",
    "nested:/opt/orders.jar/!BOOT-INF/classes/!/, orders.jar",
    "nested:/opt/a%20b.war/!WEB-INF/classes/!/, a b.war",
  })
  void theJarIsTheInnermostOne(String path, String name) {
    assertThat(CallSiteFinder.fileIn(path)).isEqualTo(name);
  }
}
