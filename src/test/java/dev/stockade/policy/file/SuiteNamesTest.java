package dev.stockade.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.TestData;
import dev.stockade.policy.tls.Profiles;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SuiteNamesTest {
  @Test
  void everySuiteOfAProfileIsRegistered() {
    for (String profile : Profiles.names()) {
      assertThat(Profiles.named(profile).suites()).allMatch(SuiteNames::isRegistered);
    }
  }

  @Test
  void everySuiteInTheRegistryIsRegistered() throws Exception {
    List<String> names =
        Files.readAllLines(TestData.file("policy/iana-cipher-suites.csv")).stream()
            .skip(1)
            .map(line -> line.split(",", 2)[0])
            .filter(name -> !name.endsWith("_SCSV"))
            .collect(Collectors.toList());

    assertThat(names).hasSize(350).allMatch(SuiteNames::isRegistered);
  }

  @Test
  void otherSpellingsAreNot() {
    assertThat(SuiteNames.isRegistered("ECDHE-RSA-AES128-GCM-SHA256")).isFalse();
    assertThat(SuiteNames.isRegistered("TLS_ECDHE_RSA_WITH_AES_512_GCM_SHA256")).isFalse();
    assertThat(SuiteNames.hint("tls_aes_128_gcm_sha256"))
        .isEqualTo("; did you mean 'TLS_AES_128_GCM_SHA256'?");
  }
}
