package dev.stockade.cli.probe;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Asks a server for all that there is: each time it agrees, what it chose is left out of the next
 * hello, until it refuses the rest. So each thing it accepts costs one connection, and all that it
 * refuses a few.
 */
public final class Scan {
  private static final String TLS13 = "TLSv1.3";

  /** Some servers refuse longer lists. */
  private static final int MOST_SUITES = 100;

  /** No server accepts as much; one that answers anything ends here. */
  private static final int MAX_CONNECTIONS = 600;

  private final Server server;
  private final ServerFacts facts = new ServerFacts();

  private Scan(Server server) {
    this.server = server;
  }

  /**
   * @param millis for each connection
   * @throws IOException when the host is not known, or there is no connection
   */
  public static ServerFacts of(String host, int port, int millis) throws IOException {
    Scan scan = new Scan(new Server(host, port, millis));
    for (String version : TlsNumbers.VERSIONS) {
      scan.version(version);
    }
    if (scan.facts.isTls()) {
      scan.groups();
      scan.certificates();
      scan.askAgain();
    }
    scan.facts.address = scan.server.address().getHostAddress();
    scan.facts.connections = scan.server.connections();
    return scan.facts;
  }

  private void version(String version) throws IOException {
    List<String> suites = new ArrayList<>();
    for (String suite : TlsNumbers.SUITES.all()) {
      if (suite.contains("_WITH_") != version.equals(TLS13)) {
        suites.add(suite);
      }
    }
    List<Answer> accepted = new ArrayList<>();
    facts.accepted.put(version, accepted);
    for (int start = 0; start < suites.size(); start += MOST_SUITES) {
      int end = Math.min(start + MOST_SUITES, suites.size());
      List<String> left = new ArrayList<>(suites.subList(start, end));
      Answer last = suites(version, left, accepted);
      if (accepted.isEmpty()) {
        facts.refusals.put(version, last.refusal);
      } else {
        facts.refusals.remove(version);
      }
      if (accepted.isEmpty() && (last.refusesVersion || last.unclear)) {
        return;
      }
    }
  }

  /** Takes those that are accepted out of the list; returns the last answer, a refusal. */
  private Answer suites(String version, List<String> left, List<Answer> accepted)
      throws IOException {
    while (!left.isEmpty()) {
      Answer answer = ask(version, left, TlsNumbers.GROUPS.all());
      if (!answer.isAgreed()) {
        if (answer.unclear && !accepted.isEmpty()) {
          facts.remarks.add(version + ": " + answer.refusal + ", so there may be more");
        }
        return answer;
      }
      if (!left.remove(answer.suite)) {
        return Answer.refused(answer.suite + " was chosen, which was not offered", true);
      }
      accepted.add(answer);
    }
    return Answer.refused(null, false);
  }

  /** A server that does not speak the version may answer with another one. */
  private Answer ask(String version, List<String> suites, List<String> groups) throws IOException {
    if (server.connections() >= MAX_CONNECTIONS) {
      return Answer.refused("more than " + MAX_CONNECTIONS + " connections are needed", true);
    }
    Answer answer = server.ask(HelloWriter.hello(server.serverName(), version, suites, groups));
    if (answer.isAgreed() && !version.equals(answer.version)) {
      String other = answer.version == null ? "an unknown version" : answer.version;
      Answer refusal = Answer.refused("answers with " + other, false);
      refusal.refusesVersion = true;
      return refusal;
    }
    return answer;
  }

  private void groups() throws IOException {
    for (String version : facts.accepted.keySet()) {
      List<String> suites = new ArrayList<>();
      for (Answer answer : facts.accepted.get(version)) {
        if (version.equals(TLS13) || answer.suite.startsWith("TLS_ECDHE_")) {
          suites.add(answer.suite);
        }
      }
      if (!suites.isEmpty()) {
        facts.groups.put(version, groups(version, suites));
      }
    }
  }

  private List<String> groups(String version, List<String> suites) throws IOException {
    List<String> accepted = new ArrayList<>();
    List<String> left = TlsNumbers.GROUPS.all();
    String curve = curve(version);
    if (left.remove(curve)) {
      left.add(curve);
    }
    while (!left.isEmpty()) {
      Answer answer = ask(version, suites, left);
      if (!answer.isAgreed() || answer.group == null || !left.remove(answer.group)) {
        break;
      }
      accepted.add(answer.group);
    }
    return accepted;
  }

  /**
   * That of the key in the certificate: up to TLS 1.2 a server may refuse who does not offer it, so
   * it is kept to the end. Null where there is none.
   */
  private String curve(String version) {
    for (Answer answer : facts.accepted.get(version)) {
      if (!answer.certificates.isEmpty()
          && answer.certificates.get(0).getPublicKey() instanceof ECPublicKey) {
        ECPublicKey key = (ECPublicKey) answer.certificates.get(0).getPublicKey();
        return "secp" + key.getParams().getOrder().bitLength() + "r1";
      }
    }
    return null;
  }

  private void certificates() throws IOException {
    for (List<Answer> answers : facts.accepted.values()) {
      for (Answer answer : answers) {
        add(answer.certificates);
      }
    }
    if (!facts.accepted.get(TLS13).isEmpty() && facts.certificates.isEmpty()) {
      add(HiddenCertificate.of(server));
      if (facts.certificates.isEmpty()) {
        facts.remarks.add(
            "the certificate is not known: TLS 1.3 encrypts it, and this JDK's TLS"
                + " cannot agree with the server");
      }
    }
  }

  private void add(List<X509Certificate> chain) {
    if (!chain.isEmpty() && !facts.certificates.contains(chain)) {
      facts.certificates.add(Collections.unmodifiableList(chain));
    }
  }

  /** One that has had enough of us refuses what it would accept. */
  private void askAgain() throws IOException {
    for (List<Answer> answers : facts.accepted.values()) {
      if (!answers.isEmpty()) {
        Answer first = answers.get(0);
        List<String> suite = Collections.singletonList(first.suite);
        Answer again = ask(first.version, suite, TlsNumbers.GROUPS.all());
        if (!again.isAgreed()) {
          facts.remarks.add(
              "the server does not answer any more as it did ("
                  + again.refusal
                  + "), so it may accept more");
        }
        return;
      }
    }
  }
}
