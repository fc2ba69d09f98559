package dev.stockade.policy.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.TestData;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The classification by name against every row of IANA's registry. */
class IanaCipherSuitesTest {
  private static final Set<String> WEAK_CIPHERS =
      Set.of(
          "NULL",
          "RC4_40",
          "RC4_128",
          "RC2_CBC_40",
          "DES_CBC",
          "DES_CBC_40",
          "DES40_CBC",
          "3DES_EDE_CBC",
          "IDEA_CBC",
          "SEED_CBC");

  @Test
  void everyRegisteredSuiteIsClassifiedAsTheRegistrySays() throws Exception {
    SoftAssertions softly = new SoftAssertions();
    List<String> lines = Files.readAllLines(TestData.file("policy/iana-cipher-suites.csv"));
    List<String> rows = lines.subList(1, lines.size());
    rows.forEach(row -> check(Row.parse(row), softly));
    softly.assertAll();
    assertThat(rows).hasSize(352);
  }

  private static void check(Row row, SoftAssertions softly) {
    boolean signalling = row.keyExchange.isEmpty();
    boolean weak =
        WEAK_CIPHERS.contains(row.cipher)
            || row.authentication.equals("anon")
            || row.mac.equals("MD5")
            || row.export;
    boolean dhe = row.keyExchange.equals("DHE");
    for (String name : new String[] {row.name, row.name.replace("TLS_", "SSL_")}) {
      if (!signalling || name.equals(row.name)) {
        softly.assertThat(CipherSuites.isSignalling(name)).as(name).isEqualTo(signalling);
        softly.assertThat(CipherSuites.isForwardSecret(name)).as(name).isEqualTo(row.pfs);
      }
      softly.assertThat(CipherSuites.isEphemeralDh(name)).as(name).isEqualTo(dhe);
      softly.assertThat(CipherSuites.isWeak(row.name)).as(name).isEqualTo(weak);
    }
  }

  private record Row(
      String name,
      String keyExchange,
      String authentication,
      String cipher,
      String mac,
      boolean pfs,
      boolean export) {
    static Row parse(String line) {
      String[] cells = line.split(",", -1);
      return new Row(
          cells[0],
          cells[1],
          cells[2],
          cells[3],
          cells[4],
          cells[5].equals("yes"),
          cells[6].equals("yes"));
    }
  }
}
