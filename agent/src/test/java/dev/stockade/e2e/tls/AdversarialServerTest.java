package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslClient;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Servers that make themselves weak, visited by openssl clients: one that offers everything, and
 * two that offer weak things only. What was negotiated is what openssl prints.
 */
@Tag("matrix")
class AdversarialServerTest {
  private static final List<List<String>> CLIENTS =
      List.of(
          List.of("-cipher", "ALL:eNULL:@SECLEVEL=0"),
          Peer.TLS10.limits,
          Peer.TLS12_STATIC_RSA.limits);

  private static final Pattern NEGOTIATED = Pattern.compile("(?m)^New, .*, Cipher is .*$");
  private static final Pattern GREETING = Pattern.compile("hello \\S+ \\S+");

  static List<Arguments> attempts() {
    List<Arguments> attempts = new ArrayList<>();
    for (WeakServer attempt : WeakServer.values()) {
      for (Jdk jdk : Jdk.matrix(attempt.ordinal())) {
        attempts.add(Arguments.of(jdk, attempt));
      }
    }
    return attempts;
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("attempts")
  void auditReportsAndEnforceServesNothingWeak(Jdk jdk, WeakServer attempt) throws Exception {
    ChildJvm plain = start(jdk, attempt, null);
    ChildJvm audit = start(jdk, attempt, "audit");
    ChildJvm enforce = start(jdk, attempt, "enforce");
    List<String> plainAnswers = visit(plain);
    List<String> auditAnswers = visit(audit);
    List<String> enforceAnswers = visit(enforce);

    assertThat(plainAnswers)
        .describedAs("without the agent the attempt succeeds: %s", plain.end())
        .anyMatch(AdversarialServerTest::isWeak);
    assertThat(auditAnswers).describedAs("audit changes nothing").isEqualTo(plainAnswers);
    assertAuditReports(audit.end().assertHostLived(), auditAnswers);
    assertEnforceHolds(enforce.end().assertHostLived(), plainAnswers, enforceAnswers, attempt);
  }

  private static ChildJvm start(Jdk jdk, WeakServer attempt, String mode) throws Exception {
    ChildJvm child =
        ChildJvm.on(jdk)
            .withLegacyAlgorithms()
            .with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD)
            .with(attempt.options.toArray(String[]::new));
    if (mode != null) {
      child.agent(Launch.JAVAAGENT, "mode=" + mode);
    }
    return child.start(attempt.program);
  }

  /** For each client what openssl says was negotiated, and the greeting it got, if any. */
  private static List<String> visit(ChildJvm server) throws Exception {
    int port = server.ready();
    List<String> answers = new ArrayList<>();
    for (List<String> limits : CLIENTS) {
      String printed = OpensslClient.connect(port, limits);
      Matcher negotiated = NEGOTIATED.matcher(printed);
      Matcher greeting = GREETING.matcher(printed);
      assertThat(negotiated.find()).describedAs(printed).isTrue();
      answers.add(negotiated.group() + (greeting.find() ? " | " + greeting.group() : ""));
    }
    return answers;
  }

  private static boolean isServed(String answer) {
    return answer.contains(" | hello ");
  }

  private static boolean isWeak(String answer) {
    return isServed(answer)
        && (answer.matches(".*hello TLSv1(\\.1)? .*")
            || !answer.matches(".*Cipher is (TLS_|ECDHE-|DHE-).*")
            || answer.contains("NULL"));
  }

  private static void assertAuditReports(Outcome audit, List<String> answers) {
    List<JsonObject> records =
        audit.records().stream().filter(record -> record.has("action")).toList();
    assertThat(records.stream().filter(record -> text(record, "action").equals("would-block")))
        .describedAs("%s", audit)
        .hasSizeGreaterThanOrEqualTo((int) answers.stream().filter(a -> isWeak(a)).count())
        .allMatch(record -> text(record, "verdict").equals("violation"));
    assertThat(audit.records("tls.handshake"))
        .describedAs("%s", audit)
        .hasSize((int) answers.stream().filter(a -> isServed(a)).count());
    assertThat(audit.records("tls.blocked")).isEmpty();
  }

  /** Who is not served without the agent either is not refused by it, if there is a choice. */
  private static void assertEnforceHolds(
      Outcome enforce, List<String> plain, List<String> answers, WeakServer attempt) {
    assertThat(answers).noneMatch(AdversarialServerTest::isWeak);
    boolean nothing = attempt.left == WeakServer.Left.NOTHING;
    int refused = nothing ? 3 : (int) plain.subList(1, 3).stream().filter(a -> isWeak(a)).count();
    assertThat(isServed(answers.get(0)))
        .describedAs("the client that offers everything: %s", answers)
        .isEqualTo(!nothing);
    assertThat(answers.subList(1, 3)).noneMatch(AdversarialServerTest::isServed);
    List<String> rules = List.of(attempt.rule, "tls.min-version", "tls.forward-secrecy");
    assertThat(enforce.records("tls.blocked"))
        .describedAs("%s", enforce)
        .hasSize(refused)
        .allMatch(record -> names(record.getAsJsonArray("rules").toString(), rules));
    assertThat(enforce.out().stream().filter(line -> line.contains("stockade: blocked TLS")))
        .hasSize(refused)
        .allMatch(line -> line.startsWith("failed "))
        .allMatch(line -> line.contains("javax.net.ssl.SSLHandshakeException: "))
        .allMatch(line -> names(line, rules));
  }

  private static boolean names(String text, List<String> rules) {
    return rules.stream().anyMatch(text::contains);
  }
}
