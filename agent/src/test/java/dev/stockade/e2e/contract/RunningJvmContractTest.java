package dev.stockade.e2e.contract;

import static dev.stockade.e2e.kit.Waiting.saying;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.tools.attach.VirtualMachine;
import dev.stockade.e2e.kit.Attached;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Cli;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Waiting;
import dev.stockade.e2e.tls.RudePeer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an operator sees of two JVMs: one in audit that has nothing to do, its options from the
 * environment, and one with all that can be had of TLS, whose canary takes rules back and whose
 * mode is set at last.
 */
class RunningJvmContractTest {
  private static final int ROUNDS = 5;
  private static final String SUITES =
      "TLS_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,"
          + "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256,TLS_RSA_WITH_AES_128_GCM_SHA256,"
          + "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA";

  @TempDir static Path folder;

  private static JsonObject idle;
  private static JsonObject canary;
  private static JsonObject set;
  private static List<String> beans;
  private static Outcome busy;

  @BeforeAll
  static void runBoth() throws Exception {
    idle = idle();
    try (OpensslServer old = OpensslServer.limitedTo(Peer.TLS11);
        OpensslServer excepted = OpensslServer.limitedTo(Peer.TLS10);
        OpensslServer staticRsa = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA);
        OpensslServer smallDh = OpensslServer.limitedTo(Peer.TLS12_DHE_1024);
        OpensslServer good = OpensslServer.limitedTo(Peer.TLS13);
        RudePeer failing = RudePeer.thatAnswers(80);
        RudePeer closing = RudePeer.thatCloses()) {
      String[] targets = {
        old.target(),
        excepted.target(),
        staticRsa.target(),
        smallDh.target(),
        good.target(),
        failing.target(),
        closing.target()
      };
      ChildJvm child =
          ChildJvm.on(Jdk.running())
              .withLegacyAlgorithms()
              .with("-Dapp.protocols=TLSv1,TLSv1.1,TLSv1.2,TLSv1.3", "-Dapp.suites=" + SUITES)
              .with("-Dapp.repeat=" + ROUNDS, "-Dapp.wait-between=true")
              .with("-Dstockade.service=orders", "-Dstockade.instance=one")
              .environment("STOCKADE_POLICY", policy(excepted.port()).toString())
              .agent(Launch.JAVAAGENT, "jmx=true,kill-file=" + folder.resolve("kill"))
              .start("SocketClient", targets);
      for (int round = 1; round < ROUNDS; round++) {
        child.round(round, closing.target());
      }
      Waiting.forRecord(child.journal(), 20_000, saying("canary.change", closing.target()));
      canary = status(child);
      beans = beans(child);
      try (Attached attached = Attached.to(child)) {
        attached.ask("set,mode=audit,log=error");
        set = attached.ask("status");
      }
      child.round(ROUNDS, closing.target());
      busy = child.outcome().assertHostLived();
    }
  }

  @Test
  void theStatusOfAnIdleJvm() throws Exception {
    Golden.assertSame("status-idle.txt", status(idle));
  }

  @Test
  void theStatusOfOneWithAPolicyAndACanary() throws Exception {
    Golden.assertSame("status-canary.txt", status(canary));
  }

  @Test
  void theStatusOfOneThatWasChanged() throws Exception {
    Golden.assertSame("status-set.txt", status(set));
  }

  @Test
  void theRulesAndTheirStagesInAudit() throws Exception {
    List<String> rules = new ArrayList<>();
    idle.getAsJsonArray("rules").forEach(rule -> rules.add(rule.toString()));
    Golden.assertSame("rules.txt", rules);
  }

  @Test
  void theBeans() throws Exception {
    Golden.assertSame("beans.txt", beans);
  }

  @Test
  void theRecordsOfTlsAndOfStockadeItself() throws Exception {
    List<String> records = records(busy.records().stream(), RunningJvmContractTest::clean);
    for (String kind :
        List.of(
            "tls.handshake",
            "tls.failed",
            "tls.blocked",
            "tls.certificate",
            "canary.change",
            "policy.change",
            "tamper",
            "lifecycle")) {
      assertThat(records).anyMatch(record -> record.contains("\"kind\":\"" + kind + "\""));
    }
    Golden.assertSame("records-tls.ndjson", records);
  }

  @Test
  void theSentencesThatAProgramSeesOfTls() throws Exception {
    Golden.assertSame(
        "sentences-tls.txt",
        sentences(busy.out().stream().map(line -> line.replaceFirst(".* failed ", ""))));
  }

  /** Each once, by kind. */
  static List<String> records(Stream<JsonObject> records, UnaryOperator<String> clean) {
    return records
        .map(record -> GoldenJson.steady(record, clean).toString())
        .map(record -> record.replaceFirst("stockade-test-apps-[0-9.]+jar", "test-apps.jar"))
        .distinct()
        .sorted()
        .toList();
  }

  /** With the type of the exception; newer JDKs put the alert's name before it. */
  static List<String> sentences(Stream<String> failures) {
    return failures
        .filter(line -> line.contains("stockade: "))
        .map(line -> clean(line).replaceFirst("Exception: \\([a-z_]+\\) ", "Exception: "))
        .distinct()
        .sorted()
        .toList();
  }

  private static String clean(String text) {
    String where = folder == null ? "/none" : folder.toString();
    return text.replace(where, "FOLDER")
        .replaceAll("127\\.0\\.0\\.1:[0-9]+", "127.0.0.1:PORT")
        .replaceAll("\\b[0-9a-f]{64}\\b", "DIGEST");
  }

  private static List<String> status(JsonObject status) {
    return GoldenJson.fields(
            status, path -> path.matches("ok|mode|profile|(given|sources|options|overrides)\\..*"))
        .stream()
        .map(RunningJvmContractTest::clean)
        .map(line -> line.replaceFirst("(journal: \").*/journal.ndjson", "$1JOURNAL"))
        .toList();
  }

  private static JsonObject idle() throws Exception {
    ChildJvm child =
        ChildJvm.on(Jdk.running())
            .environment("STOCKADE_MODE", "audit")
            .environment("STOCKADE_PROFILE", "aws-outposts")
            .environment("STOCKADE_JOURNAL", "none")
            .environment("STOCKADE_JOURNAL_MAX_SIZE", "1m")
            .environment("STOCKADE_JOURNAL_KEEP", "2")
            .environment("STOCKADE_JOURNAL_CHAIN", "true")
            .environment("STOCKADE_SUMMARY", "false")
            .environment("STOCKADE_LOG", "warn")
            .environment("STOCKADE_ON_FAILURE", "continue")
            .environment("STOCKADE_CANARY_PERCENT", "20")
            .environment("STOCKADE_KILL_FILE", "/none/kill")
            .environment("STOCKADE_JMX", "false")
            .environment("STOCKADE_SERVICE", "orders")
            .environment("STOCKADE_INSTANCE", "one")
            .agentOnly("")
            .start("DefaultsChanger", "wait");
    child.ready();
    JsonObject status = status(child);
    child.go();
    child.outcome().assertHostLived();
    return status;
  }

  private static JsonObject status(ChildJvm child) throws Exception {
    Outcome outcome = Cli.run("status", String.valueOf(child.pid()), "-o", "json");
    return JsonParser.parseString(String.join("\n", outcome.out())).getAsJsonObject();
  }

  private static Path policy(int exceptedPort) throws Exception {
    return Files.writeString(
        folder.resolve("policy.yaml"),
        """
        mode: canary
        rules: {tls.dh-size: {stage: enforce}}
        canary:
          percent: 100
          rollback: {min-samples: 3, max-blocked: 5%%, window: 1m}
          fuse: {destinations: 20, window: 10m}
          state: %s
        exceptions:
          - id: old-db
            match: {port: %d}
            allow: {min-version: TLSv1}
            owner: orders
            reason: is being replaced
            expires: 2999-01-01
        candidate: {profile: mozilla-modern-6.0}
        """
            .formatted(folder.resolve("canary.state"), exceptedPort));
  }

  @SuppressWarnings("BanJNDI") // the bean server is our own child's
  private static List<String> beans(ChildJvm child) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(String.valueOf(child.pid()));
    String address = machine.startLocalManagementAgent();
    machine.detach();
    try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
      MBeanServerConnection server = connector.getMBeanServerConnection();
      ObjectName all = new ObjectName("dev.stockade:*");
      Waiting.until(() -> server.queryNames(all, null).size() > 2);
      List<String> lines = new ArrayList<>();
      for (ObjectName name : new TreeSet<>(server.queryNames(all, null))) {
        lines.add(name.toString());
        lines.addAll(members(server.getMBeanInfo(name)));
      }
      return lines;
    }
  }

  private static Set<String> members(MBeanInfo bean) {
    Set<String> members = new TreeSet<>();
    for (MBeanAttributeInfo attribute : bean.getAttributes()) {
      String writable = attribute.isWritable() ? " (writable)" : "";
      members.add("  " + attribute.getName() + ": " + attribute.getType() + writable);
    }
    for (MBeanOperationInfo operation : bean.getOperations()) {
      members.add("  " + operation.getName() + "(): " + operation.getReturnType());
    }
    return members;
  }
}
