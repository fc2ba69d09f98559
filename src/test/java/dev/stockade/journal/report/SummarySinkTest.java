package dev.stockade.journal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.base.Clock;
import dev.stockade.journal.CallSite;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.JournalCounters;
import dev.stockade.journal.JournalSettings;
import dev.stockade.journal.Samples;
import dev.stockade.journal.SinkContext;
import dev.stockade.journal.TestOwner;
import dev.stockade.policy.Decision;
import dev.stockade.policy.Policy;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.FindingSamples;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.TlsFacts;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummarySinkTest {
  private final SinkContext context = context(Samples.settings(null));
  private final JournalCounters counters = context.counters();
  private final SummarySink summary = new SummarySink(context);

  @Test
  void nothingSeenIsNothingSaid() {
    assertThat(text(false)).isEmpty();
  }

  @Test
  void showsTheWorstFirstThenTheMostFrequent() {
    for (int i = 0; i < 9; i++) {
      see(Samples.pass("often"));
    }
    see(Samples.pass("seldom"));
    see(Samples.warning(Samples.out("warned").build()));
    see(Samples.failed("down", "refused"));
    see(Samples.violation("db.internal"));
    see(Samples.violation("db.internal"));
    assertThat(text(false))
        .isEqualTo(
            """
            stockade 0.1.0: audit, profile aws-outposts: 13 handshakes, 2 violations, 1 failed
            verdict      destination       dir  count  TLS      suite                       PFS  rules
            would-block  db.internal:1433  out      2  TLSv1.1  ECDHE_RSA_WI...128_CBC_SHA  yes  tls.min-version
            failed       down:443          out      1  -        -                           -
            warn         warned:1433       out      1  TLSv1.2  ECDHE_RSA_WI..._GCM_SHA256  yes  tls.dh-size
            pass         often:1433        out      9  TLSv1.2  ECDHE_RSA_WI..._GCM_SHA256  yes
            pass         seldom:1433       out      1  TLSv1.2  ECDHE_RSA_WI..._GCM_SHA256  yes
            db.internal:1433 called in com.acme.Dao.load (acme-dao-1.4.jar)
            run with journal=FILE for the evidence
            java -jar stockade.jar explain tls.min-version tells how to fix it
            """);
  }

  @Test
  void tellsWhichCodeTheViolationsComeFrom() {
    see(Samples.pass("often"));
    see(Samples.violation("db"));
    see(Samples.violation("db"));
    assertThat(text(false))
        .containsOnlyOnce(" called in com.acme.Dao.load (acme-dao-1.4.jar)\n")
        .doesNotContain("often:1433 called");
  }

  @Test
  void aLibrarysThreadDoesNotHideTheProgram() {
    see(Samples.violation("db", new CallSite("io.lib.Loop", "run", "lib.jar", true)));
    see(Samples.violation("db"));
    see(Samples.violation("db", new CallSite("io.lib.Loop", "run", "lib.jar", true)));
    assertThat(text(false)).containsOnlyOnce(" called in com.acme.Dao.load (acme-dao-1.4.jar)\n");
    see(Samples.violation("other", new CallSite("io.lib.Loop", "run", "lib.jar", true)));
    assertThat(text(false)).contains("other:1433 called in io.lib.Loop.run (lib.jar)\n");
  }

  @Test
  void forwardSecrecyIsWhatTheRuleCallsSo() {
    String[][] suites = {
      {"SSL_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "yes"},
      {"TLS_ECCPWD_WITH_AES_128_GCM_SHA256", "yes"},
      {"TLS_PSK_DHE_WITH_AES_128_CCM_8", "yes"},
      {"TLS_DHE_PSK_WITH_AES_128_CBC_SHA", "yes"},
      {"TLS_GOSTR341112_256_WITH_MAGMA_MGM_L", "yes"},
      {"SSL_RSA_WITH_AES_128_CBC_SHA", "no"},
    };
    for (String[] suite : suites) {
      TlsRow row =
          new TlsRow(
              Samples.pass(Samples.out("db").session("TLSv1.2", suite[0], false).build(), 0));
      assertThat(row.forwardSecrecy).describedAs(suite[0]).isEqualTo(suite[1]);
    }
  }

  @Test
  void anIpv6DestinationHasBrackets() {
    assertThat(new TlsRow(Samples.pass("2001:db8::7")).destination).isEqualTo("[2001:db8::7]:1433");
    assertThat(new TlsRow(Samples.pass("[2001:db8::7]")).destination)
        .isEqualTo("[2001:db8::7]:1433");
  }

  @Test
  void tellsRequestsToAwsByServiceAndVerdictInATableOfTheirOwn() {
    see(Samples.pass("db.internal"));
    see(Samples.request("dynamodb"));
    see(Samples.request("dynamodb"));
    see(Samples.cleartext("s3"));
    assertThat(text(false))
        .isEqualTo(
            """
            stockade 0.1.0: audit, profile aws-outposts: 1 handshake, 3 AWS requests, 1 violation
            verdict  destination       dir  count  TLS      suite                              PFS  rules
            pass     db.internal:1433  out      1  TLSv1.2  ECDHE_RSA_WITH_AES_128_GCM_SHA256  yes
            verdict      AWS service  region     count  credential  signature  client   rules
            would-block  s3           eu-west-1      1  temporary   valid      apache4  aws.cleartext
            pass         dynamodb     eu-west-1      2  temporary   valid      apache4
            run with journal=FILE for the evidence
            java -jar stockade.jar explain aws.cleartext tells how to fix it
            """);
  }

  @Test
  void aLongHeadingTakesASecondLine() {
    for (int i = 0; i < 100; i++) {
      see(Samples.cleartext("s3"));
    }
    see(Samples.failed("down", "refused"));
    see(
        Event.ofTls(
            EventKind.TLS_BLOCKED,
            0,
            null,
            Decision.of(Action.BLOCKED, Samples.WEAK),
            Samples.out("a").build(),
            null));
    counters.ringFull().set(1234);
    assertThat(text(false))
        .startsWith(
            """
            stockade 0.1.0: audit, profile aws-outposts:
              0 handshakes, 100 AWS requests, 101 violations, 1 blocked, 1 failed, 1234 dropped
            verdict\
            """);
  }

  @Test
  void tellsHowManyAreBelowTheRecommendedVersion() {
    Policy policy = new Policy.Builder().profile("nist").build();
    TlsFacts tls =
        Samples.out("a").session("TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", false).build();
    Decision allowed = Decision.of(Action.ALLOWED, Finding.PASS);
    see(Event.ofTls(EventKind.TLS_HANDSHAKE, 0, policy, allowed, tls, null));
    see(Event.ofTls(EventKind.TLS_HANDSHAKE, 0, policy, allowed, tls, null));
    see(Event.ofTls(EventKind.TLS_FAILED, 0, policy, allowed, tls, null));

    assertThat(counters.belowRecommended()).isEqualTo(2);
    assertThat(text(false))
        .contains("\n2 handshakes below TLSv1.3, which the profile recommends\n");
  }

  @Test
  void fitsIntoAHundredColumnsWhateverThePeersAreCalled() {
    see(
        Event.ofTls(
            EventKind.TLS_HANDSHAKE,
            0,
            null,
            Decision.of(
                Action.WOULD_HARDEN, FindingSamples.finding(Verdict.WARN, "weak", Rule.values())),
            Samples.out("a-very-long-name.".repeat(20))
                .session("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256", false)
                .build(),
            null));
    see(Samples.violation("evil\n\u001b[31m\u202ename"));
    String text = text(false);
    assertThat(text.lines()).allMatch(line -> line.length() <= 100);
    assertThat(text).matches("[ -~\n]+").contains("a-very-", "...", ".:1433");
    assertThat(text.lines()).anyMatch(line -> line.length() == 100);
  }

  @Test
  void tellsInboundConnectionsByOurPortElseByTheClient() {
    see(Samples.pass(Samples.in("10.0.0.9", 50001), 0));
    see(
        Samples.pass(
            new TlsFacts.Builder(Direction.IN)
                .peer(null, "10.0.0.9", 50002)
                .localPort(8443)
                .build(),
            0));
    assertThat(text(false)).contains("<- 10.0.0.9  in", "<- :8443     in");
  }

  @Test
  void tellsEachClientThatSomethingWasFoundOf() {
    for (String client : Arrays.asList("10.0.0.8", "10.0.0.9", null)) {
      see(
          Samples.warning(
              new TlsFacts.Builder(Direction.IN).peer("", client, 0).localPort(8443).build()));
    }
    assertThat(text(false)).contains("<- 10.0.0.8 :8443", "<- 10.0.0.9 :8443", "<- unknown :8443");
  }

  @Test
  void knowsForwardSecrecyByTheSuite() {
    assertThat(secrecyOf("TLS_AES_128_GCM_SHA256")).isEqualTo("yes");
    assertThat(secrecyOf("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")).isEqualTo("yes");
    assertThat(secrecyOf("SSL_DHE_RSA_WITH_3DES_EDE_CBC_SHA")).isEqualTo("yes");
    assertThat(secrecyOf("TLS_ECDH_RSA_WITH_AES_128_CBC_SHA")).isEqualTo("no");
    assertThat(secrecyOf("TLS_RSA_WITH_AES_128_CBC_SHA")).isEqualTo("no");
    assertThat(secrecyOf(null)).isEqualTo("-");
  }

  @Test
  void coloursTheVerdictOfWhatNeedsCare() {
    see(Samples.violation("a"));
    see(Samples.warning(Samples.out("b").build()));
    see(Samples.pass("c"));
    List<String> lines = text(true).lines().toList();
    assertThat(lines.get(2)).startsWith("\u001b[31mwould-block\u001b[0m  a:1433");
    assertThat(lines.get(3)).startsWith("\u001b[33mwarn\u001b[0m         b:1433");
    assertThat(lines.get(4)).startsWith("pass         c:1433");
    assertThat(text(false)).doesNotContain("\u001b");
  }

  @Test
  void keepsTheWorstOfTooManyRows() {
    for (int i = 0; i < SummaryRows.LIMIT + 50; i++) {
      see(Samples.pass("host-" + i));
    }
    see(Samples.violation("db.internal"));
    String text = text(false);
    assertThat(text.lines().toList().get(2)).startsWith("would-block  db.internal:1433");
    assertThat(text).contains("... and 51 more\n");
    assertThat(text.lines()).hasSize(2 + SummaryRows.LIMIT + 4);
  }

  @Test
  void saysWhatToDoNext() {
    see(Samples.violation("a"));
    assertThat(text(false))
        .contains("\nrun with journal=FILE for the evidence\n")
        .endsWith("\njava -jar stockade.jar explain tls.min-version tells how to fix it\n");
  }

  @Test
  void saysWhereTheEvidenceIsAndWhetherItIsThere() {
    SinkContext toFile = context(Samples.settings(Path.of("/var/log/app.ndjson")));
    SummarySink withFile = new SummarySink(toFile);
    withFile.take(Samples.violation("a"));
    assertThat(withFile.table(false))
        .contains("journal: /var/log/app.ndjson (could not be written)\n");
    toFile.counters().written().set(3);
    assertThat(withFile.table(false))
        .contains("journal: /var/log/app.ndjson\n")
        .doesNotContain("run with");
  }

  @Test
  void namesWhatWasBlockedAndDropped() {
    see(
        Event.ofTls(
            EventKind.TLS_BLOCKED,
            0,
            null,
            Decision.of(Action.BLOCKED, Samples.WEAK),
            Samples.out("a").build(),
            null));
    counters.ringFull().set(2);
    assertThat(text(false))
        .contains(": 0 handshakes, 1 violation, 1 blocked, 2 dropped\n")
        .contains("\nblocked  a:1433");
  }

  private static String secrecyOf(String cipher) {
    TlsFacts tls = Samples.out("a").session("TLSv1.2", cipher, false).build();
    return new TlsRow(Samples.pass(tls, 0)).forwardSecrecy;
  }

  private static SinkContext context(JournalSettings settings) {
    return new TestOwner(settings).context(new Clock());
  }

  private void see(Event event) {
    TestOwner.see(context, summary, event);
  }

  private String text(boolean coloured) {
    return summary.table(coloured);
  }
}
