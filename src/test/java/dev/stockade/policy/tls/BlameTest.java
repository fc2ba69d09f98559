package dev.stockade.policy.tls;

import static dev.stockade.policy.rule.Direction.IN;
import static dev.stockade.policy.rule.Direction.OUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.RuleSelection;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlameTest {
  private static final String GOOD = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
  private static final String STATIC = "TLS_RSA_WITH_AES_128_GCM_SHA256";
  private static final String RECEIVED = "Received fatal alert: whatever";

  private final TlsPolicy policy = new TlsPolicy(Profiles.named("aws-outposts"));
  private final Narrowing versions = narrow(List.of("TLSv1.3", "TLSv1.2", "TLSv1.1"), GOOD);
  private final Narrowing suites = narrow(List.of("TLSv1.3", "TLSv1.2"), GOOD, STATIC);
  private final Narrowing both = narrow(List.of("TLSv1.3", "TLSv1.2", "TLSv1.1"), GOOD, STATIC);

  @Test
  void aVersionAlertIsAboutVersionsAlone() {
    assertSure(refused("PROTOCOL_VERSION", both), Rule.TLS_MIN_VERSION);
    assertNone(refused("PROTOCOL_VERSION", suites));
  }

  @Test
  void aClientThatSharesNoVersionMayBeTooNewUnlessTheNewestWasThere() {
    Narrowing upTo12 = narrow(List.of("TLSv1.2", "TLSv1.1"), GOOD);
    String words = "error:100000f0:SSL routines:OPENSSL_internal:UNSUPPORTED_PROTOCOL";
    Failure here = Failure.toAgree(false, "PROTOCOL_VERSION", words);

    assertSure(refused("PROTOCOL_VERSION", upTo12), Rule.TLS_MIN_VERSION);
    assertPossible(Blame.of(here, IN, upTo12), Rule.TLS_MIN_VERSION);
    assertSure(Blame.of(here, IN, versions), Rule.TLS_MIN_VERSION);
    assertSure(Blame.of(here, OUT, upTo12), Rule.TLS_MIN_VERSION);
  }

  @Test
  void aVersionThatIsNamedCountsOnlyIfItWasTakenOut() {
    assertNone(
        here("The client supported protocol versions [TLSv1.3] are not accepted by [TLSv1.2]"));
    assertNone(here("The server selected protocol version TLSv1 is not accepted by [TLSv1.2]"));
    assertSure(
        here("Client requested protocol TLSv1.1 is not enabled or supported in server context"),
        Rule.TLS_MIN_VERSION);
  }

  @Test
  void whatTheClientDidNotAskForIsNotMissed() {
    Failure failure =
        Failure.toAgree(false, "HANDSHAKE_FAILURE", "no cipher suites in common")
            .inCommon(Offer.UNKNOWN);

    assertNone(Blame.of(failure, IN, Narrowing.NONE));
    assertNone(Blame.of(failure, IN, narrow(List.of("TLSv1.2"), GOOD)));
    assertSure(Blame.of(failure, IN, narrow(List.of("TLSv1.2"), STATIC)), Rule.TLS_FORWARD_SECRECY);
  }

  @Test
  void anAlertAboutSuitesDoesNotBlameTheVersions() {
    assertSure(refused("HANDSHAKE_FAILURE", both), Rule.TLS_FORWARD_SECRECY);
    assertPossible(refused("HANDSHAKE_FAILURE", versions), Rule.TLS_MIN_VERSION);
  }

  @Test
  void aSuiteThatNoVersionOfTheOfferCouldUseIsNotBlamed() {
    assertNone(refused("HANDSHAKE_FAILURE", narrow(List.of("TLSv1.3"), STATIC)));
    assertNone(hungUp(narrow(List.of("TLSv1.3"), "TLS_AES_128_GCM_SHA256", STATIC)));
    assertSure(
        refused("HANDSHAKE_FAILURE", narrow(List.of(), GOOD, STATIC)), Rule.TLS_FORWARD_SECRECY);
  }

  @Test
  void whoAsksForMoreSecurityDoesNotMissWeakSuites() {
    assertPossible(refused("INSUFFICIENT_SECURITY", both), Rule.TLS_FORWARD_SECRECY);
    String unlisted = "TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256";
    assertSure(
        refused("INSUFFICIENT_SECURITY", narrow(List.of("TLSv1.2"), GOOD, unlisted)),
        Rule.TLS_CIPHER_STRENGTH);
  }

  @Test
  void groupsAreBlamedForWhatSuitesAre() {
    Narrowing groups = groups("x25519", "secp384r1");
    Failure here = Failure.toAgree(false, "UNEXPECTED_MESSAGE", "No common named group");
    Failure odd = Failure.toAgree(false, "UNEXPECTED_MESSAGE", "Unexpected handshake message");

    assertSure(refused("HANDSHAKE_FAILURE", groups), Rule.TLS_GROUP);
    assertSure(refused("INSUFFICIENT_SECURITY", groups), Rule.TLS_GROUP);
    assertSure(refused("UNEXPECTED_MESSAGE", groups), Rule.TLS_GROUP);
    assertSure(Blame.of(here, IN, groups), Rule.TLS_GROUP);
    assertNone(Blame.of(odd, IN, groups));
    assertNone(refused("UNEXPECTED_MESSAGE", both));
    assertNone(refused("PROTOCOL_VERSION", groups));
    assertNone(refused("HANDSHAKE_FAILURE", groups("x25519", "secp521r1")));
  }

  private static Narrowing groups(String... names) {
    EnumSet<Rule> all = EnumSet.allOf(Rule.class);
    TlsPolicy cnsa =
        new TlsPolicy(
            Profiles.named("cnsa"), new RuleSelection(all, EnumSet.of(Rule.TLS_GROUP)), null);
    return cnsa.narrowOnce(Offer.ofGroups(List.of(names)));
  }

  @Test
  void aPeerThatHangsUpMayMissAnythingAndNobodyCanTell() {
    assertPossible(hungUp(both), Rule.TLS_MIN_VERSION);
    assertPossible(
        Blame.of(Failure.unseen("CLOSE_NOTIFY", "x"), OUT, suites), Rule.TLS_FORWARD_SECRECY);
    assertNone(hungUp(narrow(List.of("TLSv1.2"), GOOD)));
  }

  @Test
  void whatHasNothingToDoWithTheOfferIsNotBlamedOnIt() {
    assertNone(refused("BAD_CERTIFICATE", both));
    assertNone(Blame.of(Failure.other("HANDSHAKE_FAILURE", "TLSv1.1"), OUT, both));
  }

  private Blame here(String words) {
    return Blame.of(Failure.toAgree(false, "PROTOCOL_VERSION", words), IN, both);
  }

  private static Blame refused(String alert, Narrowing taken) {
    return Blame.of(Failure.toAgree(true, alert, RECEIVED), OUT, taken);
  }

  private static Blame hungUp(Narrowing taken) {
    return Blame.of(Failure.hungUp("HANDSHAKE_FAILURE", "Connection reset"), OUT, taken);
  }

  private Narrowing narrow(List<String> protocols, String... suites) {
    return policy.narrowOnce(Offer.of(protocols, List.of(suites)));
  }

  private static void assertSure(Blame blame, Rule rule) {
    assertThat(blame.isSure()).isTrue();
    assertThat(blame.missed().rules()).containsExactly(rule);
  }

  private static void assertPossible(Blame blame, Rule... rules) {
    assertThat(blame.isPossible()).isTrue();
    assertThat(blame.missed().rules()).contains(rules);
  }

  private static void assertNone(Blame blame) {
    assertThat(blame.isSure()).isFalse();
    assertThat(blame.isPossible()).isFalse();
  }
}
