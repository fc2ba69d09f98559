package dev.stockade.journal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.base.Clock;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.Samples;
import dev.stockade.journal.TestOwner;
import dev.stockade.policy.Decision;
import dev.stockade.policy.Peer;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.FindingSamples;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.TlsFacts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingLogSinkTest {
  private final List<String> lines = new ArrayList<>();
  private final FindingLogSink log =
      new FindingLogSink(
          new TestOwner(Samples.settings(null))
              .log((level, line) -> lines.add(level + "|" + line))
              .context(new Clock()));

  @Test
  void saysWhatWhereWhyAndWhichRule() {
    log.take(Samples.violation("db.internal"));
    assertThat(lines)
        .containsExactly(
            "VIOLATION|violation: TLS to db.internal:1433: server chose TLSv1.1, profile"
                + " aws-outposts needs TLSv1.2 (rule tls.min-version); would-block; in"
                + " com.acme.Dao.load (acme-dao-1.4.jar)");
  }

  @Test
  void namesTheClientOfAnInboundConnectionButNotItsPort() {
    log.take(Samples.warning(Samples.in("10.0.0.9", 50001)));
    log.take(Samples.warning(Samples.in("10.0.0.9", 50002)));
    assertThat(lines)
        .containsExactly(
            "WARN|warn: TLS from client 10.0.0.9: 1024 bit (rule tls.dh-size); allowed");
  }

  @Test
  void namesTheClientByWhatIsKnownOfItAndThePortItCameTo() {
    log.take(Samples.warning(inbound().peer("client.internal", null, 0).build()));
    log.take(Samples.warning(inbound().peer("a", "10.0.0.9", 0).local("10.0.0.1", 8443).build()));
    log.take(Samples.warning(inbound().local(null, 8443).build()));
    log.take(Samples.warning(inbound().build()));
    assertThat(lines)
        .extracting(line -> line.substring(0, line.indexOf(": 1024")))
        .containsExactly(
            "WARN|warn: TLS from client client.internal",
            "WARN|warn: TLS from client 10.0.0.9 of port 8443",
            "WARN|warn: TLS from unknown client of port 8443",
            "WARN|warn: TLS from unknown client");
  }

  @Test
  void namesWhatAConnectionGoesThrough() {
    log.take(Samples.warning(Samples.out("a").via("proxy", "10.0.0.3", 3128).build()));
    log.take(Samples.warning(Samples.out("b").via(null, "fd00::3", 3128).build()));
    assertThat(lines.get(0)).contains("TLS to a:1433 through proxy:3128: 1024 bit");
    assertThat(lines.get(1)).contains("TLS to b:1433 through [fd00::3]:3128: 1024 bit");
  }

  @Test
  void namesTheOtherEndOfARequestAsPoliciesDo() {
    for (String host : new String[] {"fd00:ec2::254", "[fd00:ec2::254]"}) {
      AwsFacts aws = Samples.aws("ec2").http("apache4", "GET", host).build();
      log.take(
          Event.ofAws(
              EventKind.AWS_REQUEST,
              Samples.TIME,
              null,
              Decision.of(Action.ALLOWED, Samples.SHORT_DH),
              aws,
              null));
      assertThat(lines.get(0)).contains(" to " + Peer.of(aws).destination() + " by apache4");
    }
    assertThat(lines).hasSize(1).first().asString().contains(" to fd00:ec2::254 by ");
  }

  private static TlsFacts.Builder inbound() {
    return new TlsFacts.Builder(Direction.IN);
  }

  @Test
  void namesAllRules() {
    log.take(
        Event.ofTls(
            EventKind.TLS_BLOCKED,
            0,
            null,
            Decision.of(
                Action.BLOCKED,
                FindingSamples.finding(
                    Verdict.VIOLATION, "weak", Rule.TLS_MIN_VERSION, Rule.TLS_FORWARD_SECRECY)),
            Samples.out("a").build(),
            null));
    assertThat(lines.get(0)).contains("weak (rules tls.min-version, tls.forward-secrecy); blocked");
  }

  @Test
  void saysNothingOfAPass() {
    log.take(Samples.pass("a"));
    assertThat(lines).isEmpty();
  }

  @Test
  void repeatsItselfAtEachPowerOfTen() {
    for (int i = 0; i < 1_000; i++) {
      log.take(Samples.violation("a"));
    }
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).endsWith("would-block; in com.acme.Dao.load (acme-dao-1.4.jar)");
    assertThat(lines.get(1)).endsWith("(acme-dao-1.4.jar) (seen 10 times)");
    assertThat(lines.get(2)).endsWith("(seen 100 times)");
    assertThat(lines.get(3)).endsWith("(seen 1000 times)");
  }

  @Test
  void andWhereTheyComeAsACount() {
    log.again(Samples.violation("db.internal"), 7, Samples.TIME, Samples.TIME);
    log.again(Samples.violation("db.internal"), 120, Samples.TIME, Samples.TIME);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).doesNotContain("seen");
    assertThat(lines.get(1)).endsWith("(seen 10 times)");
    assertThat(lines.get(2)).endsWith("(seen 100 times)");
  }

  @Test
  void whatAPeerCallsItselfCannotForgeALineOrColourIt() {
    log.take(Samples.violation("a\r\nviolation: \u001b[31mfake\u2028\u202e\u0085"));
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).matches("[ -~]+").contains("TLS to [a??violation: ?[31mfake???]:1433");
  }

  @Test
  void aLongNameIsCut() {
    log.take(Samples.violation("x".repeat(10_000)));
    assertThat(lines.get(0)).hasSizeLessThan(680).contains("would-block; in com.acme.");
  }

  @Test
  void remembersABoundedNumberAndSaysSo() {
    for (int i = 0; i < FindingLogSink.LIMIT + 5; i++) {
      log.take(Samples.violation("host-" + i));
    }
    assertThat(lines).hasSize(FindingLogSink.LIMIT + 1);
    assertThat(lines.get(FindingLogSink.LIMIT)).contains("more than 1000 distinct findings");
  }

  @Test
  void onePeerDoesNotSilenceTheOthers() {
    for (int i = 0; i < 2 * FindingLogSink.LIMIT; i++) {
      log.take(Samples.failed("odd.internal", "why " + i));
    }
    log.take(Samples.violation("db.internal"));
    assertThat(lines).hasSize(FindingLogSink.OF_ONE_PEER + 2);
    assertThat(lines.get(FindingLogSink.OF_ONE_PEER))
        .isEqualTo(
            "WARN|more than 100 distinct findings about TLS to odd.internal:443: new ones are"
                + " logged no more");
    assertThat(lines.get(FindingLogSink.OF_ONE_PEER + 1)).contains("TLS to db.internal:1433");
  }
}
