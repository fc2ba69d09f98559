package dev.stockade.cli.report;

import static dev.stockade.cli.report.Journal.EXCUSED;
import static dev.stockade.cli.report.Journal.NOTE;
import static dev.stockade.cli.report.Journal.PASS;
import static dev.stockade.cli.report.Journal.WEAK;
import static dev.stockade.cli.report.Journal.ofEachVerdict;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.cli.Cli;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code check}. */
class CheckCommandTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "would-block, 1",
    "violation, 1",
    "warn, 1",
    "note, 2",
    "tls.dh-size, 1",
    "tls.min-version, 1",
    "'tls.dh-size,would-block', 2",
    "tls.trust-all, 0"
  })
  void theWordsSayWhatFails(String words, int failing) throws IOException {
    Path file = ofEachVerdict().write(folder);

    Cli cli = Cli.run("check", "--fail-on", words, file, "-o", "json");

    assertThat(cli.exitCode()).isEqualTo(failing > 0 ? 1 : 0);
    JsonObject result = JsonParser.parseString(cli.out()).getAsJsonObject();
    assertThat(result.get("failing").getAsInt()).isEqualTo(failing);
  }

  @Test
  void anExceptionExcusesOnlyItsOwnRecords() throws IOException {
    String bare = EXCUSED.replace("\"exception\":\"legacy-erp\",", "");
    Path file = ofEachVerdict().handshake("erp.internal", bare, "TLSv1.1", 1, 2).write(folder);

    assertThat(Cli.run("check", "--fail-on", "tls.min-version", file).out())
        .contains("FAIL    tls.min-version  erp.internal:443");
  }

  @Test
  void whatThereIsNoRoomForFailsTheCheck() throws IOException {
    Journal journal = new Journal();
    for (int i = 0; i < FoundFaults.MAX; i++) {
      journal.handshake("h" + i, NOTE, "TLSv1.2", 1, 0);
    }
    Path file = journal.write(folder);
    assertThat(Cli.run("check", file).exitCode()).isZero();

    journal.handshake("db.internal", WEAK, "TLSv1.1", 3, 0).write(folder);
    Cli cli = Cli.run("check", file);
    assertThat(cli.exitCode()).isEqualTo(1);
    assertThat(cli.err()).contains("3 events at places beyond the first 10000 were not compared");
    Path known = folder.resolve("known.txt");
    Cli written = Cli.run("check", "--write-baseline", known, file);
    assertThat(written.exitCode()).isEqualTo(1);
    assertThat(written.out()).contains("known.txt: 10000 findings, which are not all");
    assertThat(Journal.reasons(Journal.report(file)).get(0))
        .isEqualTo("3 handshakes or requests would be refused");
  }

  @Test
  void aMistypedWordIsAnsweredWithTheRightOne() throws IOException {
    Cli cli = Cli.run("check", "--fail-on", "tls.min-versoin", ofEachVerdict().write(folder));

    assertThat(cli.exitCode()).isEqualTo(2);
    assertThat(cli.err()).contains("did you mean 'tls.min-version'?");
  }

  @Test
  void aBaselineLetsPassWhatWasThere() throws IOException {
    Path file = ofEachVerdict().write(folder);
    Path known = folder.resolve("known.txt");

    assertThat(Cli.run("check", "--write-baseline", known, file).exitCode()).isZero();
    assertThat(Cli.run("check", file).exitCode()).isEqualTo(1);
    assertThat(Cli.run("check", "--baseline", known, file).exitCode()).isZero();

    ofEachVerdict().handshake("new.internal", WEAK, "TLSv1.1", 1, 3).write(folder);
    Cli cli = Cli.run("check", "--baseline", known, file);
    assertThat(cli.exitCode()).isEqualTo(1);
    assertThat(cli.out())
        .contains("FAIL    tls.min-version  new.internal:443  would-block 1 time, orders")
        .contains("known   tls.min-version  db.internal:443")
        .contains("4 findings, 1 fail the check, 1 would but for the baseline");
  }

  @Test
  void aBaselineWithAnotherFormIsNamedByItsLine() throws IOException {
    Path known = Files.writeString(folder.resolve("known.txt"), "# x\n\nnonsense\n");

    Cli cli = Cli.run("check", "--baseline", known, ofEachVerdict().write(folder));

    assertThat(cli.exitCode()).isEqualTo(2);
    assertThat(cli.err()).contains(known + ":3: a line starts with a finding's id");
    assertThat(Cli.run("check", "--baseline", folder.resolve("no"), folder).err())
        .contains("there is no such file; --write-baseline");
  }

  @Test
  void theIdOfAFindingStaysWhenOnlyTimeAndProcessDiffer() throws Exception {
    Path one = folder.resolve("one.txt");
    Path two = folder.resolve("two.txt");
    Cli.run("check", "--write-baseline", one, ofEachVerdict().write(folder));
    Path later = new Journal().handshake("db.internal", WEAK, "TLSv1.1", 5, 99).write(folder);
    Cli.run("check", "--write-baseline", two, later);

    assertThat(Files.readAllLines(one)).containsAll(Files.readAllLines(two));
    String fields = "tls.min-version\0orders\0out\0db.internal:443\0com.acme.Dao";
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(fields.getBytes(UTF_8));
    String id = HexFormat.of().formatHex(hash).substring(0, 32);
    assertThat(Files.readString(two)).contains(id + "  tls.min-version  orders");
  }

  @Test
  void onlyWhatWasRefusedIsCountedAsRefused() throws IOException {
    Path file =
        new Journal()
            .handshake("db.internal", WEAK, "TLSv1.1", 3, 0)
            .handshake("db.internal", EXCUSED, "TLSv1.1", 11, 0)
            .write(folder);

    assertThat(Cli.run("check", file).out()).contains("would-block 3 times");
    assertThat(Cli.run("check", "--format", "sarif", file).out())
        .containsPattern("\"occurrenceCount\": ?3");
    assertThat(Cli.run("report", file).out()).contains("would-block 3 of 14 orders");
  }

  @ParameterizedTest
  @CsvSource({
    "-o json --to F, either --to or -o json",
    "--format sarif -o json, either --format sarif or -o json",
    "'--write-baseline B --format sarif --to S', '--write-baseline writes nothing else'",
    "--service order, no record of the service order is in these journals"
  })
  void whatContradictsIsMisuse(String words, String sentence) throws IOException {
    List<Object> all = new ArrayList<>(List.of("check", ofEachVerdict().write(folder)));
    all.addAll(List.of(words.split(" ")));

    Cli cli = Cli.run(all.toArray());

    assertThat(cli.exitCode()).isEqualTo(2);
    assertThat(cli.err()).contains(sentence);
  }

  @Test
  void aTornFileFailsTheCheckAndTheRestIsReadByAll() throws IOException {
    Journal good = new Journal();
    for (int i = 0; i < 3000; i++) {
      good.handshake("h" + i * 7919 % 3000 + ".internal", PASS, "TLSv1.3", 1, i % 50);
    }
    byte[] plain = Files.readAllBytes(good.write(folder));
    Path torn = folder.resolve("a.ndjson.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(torn))) {
      out.write(plain);
    }
    byte[] bytes = Files.readAllBytes(torn);
    Files.write(torn, Arrays.copyOf(bytes, bytes.length - 20));

    assertThat(Cli.run("check", folder).exitCode()).isEqualTo(1);
    Path to = folder.resolve("out");
    for (List<Object> words :
        List.<List<Object>>of(
            List.of("whatif", "--profiles=all", folder),
            List.of("cbom", "--to", to, folder),
            List.of("export", "--format", "csv", "--to", to, folder))) {
      Cli cli = Cli.run(words.toArray());
      assertThat(cli.exitCode()).as(words + cli.err()).isZero();
      assertThat(cli.err()).contains("a.ndjson.gz:", "cannot be read any further");
    }
    assertThat(Files.readAllLines(to).size()).isGreaterThan(4000);
  }
}
