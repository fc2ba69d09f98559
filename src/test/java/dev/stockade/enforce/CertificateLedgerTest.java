package dev.stockade.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.Journal;
import dev.stockade.journal.Samples;
import dev.stockade.journal.TestOwner;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.CertificateFacts;
import dev.stockade.policy.tls.TlsFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateLedgerTest {
  private static final long DAY = 86_400_000;
  private static final long END = Samples.TIME + 100 * DAY;

  @TempDir Path folder;

  @Test
  void eachCertificateIsRecordedOnceForEachSideThatShowsIt() throws Exception {
    CertificateChain chain = chain(1);
    TlsFacts out = new TlsFacts.Builder(Direction.OUT).certificates(chain, null).build();
    TlsFacts in = new TlsFacts.Builder(Direction.IN).certificates(chain, chain).build();
    List<JsonObject> records =
        records(
            ledger -> {
              for (int i = 0; i < 5; i++) {
                ledger.see(out, Samples.TIME);
                ledger.see(in, Samples.TIME);
              }
            });
    assertThat(records)
        .extracting(each -> text(each, "whose") + " " + text(each, "role"))
        .containsExactly("peer server", "own server", "peer client");
    assertThat(records).allMatch(each -> text(each, "sha256").equals(chain.leaf().sha256()));
  }

  @Test
  void issuersAreRecordedWithTheirPosition() throws Exception {
    CertificateChain chain = new CertificateChain(List.of(facts(1), facts(2)));
    TlsFacts out = new TlsFacts.Builder(Direction.OUT).certificates(chain, null).build();
    assertThat(records(ledger -> ledger.see(out, Samples.TIME)))
        .extracting(each -> text(each, "position"))
        .containsExactly("0", "1");
  }

  @Test
  void itIsRecordedAgainWhenItsEndIsNearAndWhenItIsOver() throws Exception {
    TlsFacts out = new TlsFacts.Builder(Direction.OUT).certificates(chain(1), null).build();
    long[] times = {
      Samples.TIME, END - 31 * DAY, END - 29 * DAY, END - DAY, END, END + 1, END + DAY
    };
    List<JsonObject> records =
        records(
            ledger -> {
              for (long time : times) {
                ledger.see(out, time);
              }
            });
    assertThat(records).hasSize(3);
  }

  @Test
  void certificatesWithoutEndAreCountedNotRecorded() throws Exception {
    List<JsonObject> records =
        records(
            ledger -> {
              for (int i = 0; i < 5_000; i++) {
                ledger.see(one(i), Samples.TIME);
              }
              ledger.see(one(5_001), Samples.TIME + 60_000);
              ledger.see(one(5_002), Samples.TIME + 60_000);
            });
    assertThat(records).hasSize(CertificateLedger.OF_A_MINUTE + 2);
    assertThat(text(records.get(CertificateLedger.OF_A_MINUTE), "unrecorded")).isEqualTo("4900");
    assertThat(records.get(CertificateLedger.OF_A_MINUTE + 1).toString())
        .doesNotContain("unrecorded");
  }

  private List<JsonObject> records(java.util.function.Consumer<CertificateLedger> sights)
      throws Exception {
    Path file = folder.resolve("a.ndjson");
    Journal journal = new Journal(new TestOwner(Samples.settings(file)));
    sights.accept(new CertificateLedger(journal));
    journal.close();
    return Samples.read(file, EventKind.TLS_CERTIFICATE);
  }

  private static TlsFacts one(int number) {
    return new TlsFacts.Builder(Direction.OUT)
        .peer("db", "10.0.0.7", 1433)
        .certificates(chain(number), null)
        .build();
  }

  private static CertificateChain chain(int number) {
    return new CertificateChain(List.of(facts(number)));
  }

  private static CertificateFacts facts(int number) {
    return new CertificateFacts.Builder(String.format(Locale.ROOT, "%064x", number))
        .valid(Samples.TIME - DAY, END)
        .build();
  }

  private static String text(JsonObject record, String name) {
    return record.getAsJsonObject("x509").get(name).getAsString();
  }
}
