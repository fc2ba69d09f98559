package dev.stockade.e2e.host;

import static dev.stockade.e2e.kit.Waiting.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.tools.attach.VirtualMachine;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import java.util.List;
import java.util.Set;
import javax.management.Attribute;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine as JMX shows it, when that is wanted. */
@Tag("matrix")
class JmxTest {
  private static final ObjectName ALL = name("dev.stockade:*");
  private static final ObjectName ENGINE = name("dev.stockade:type=Engine");
  private static final ObjectName CANARY = name("dev.stockade:type=Canary");
  private static final ObjectName RULE = name("dev.stockade:type=Rule,name=tls.min-version");

  static List<Jdk> jdks() {
    return Jdk.ends();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aRuleCanBeLoweredAndNeverRaised(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      ChildJvm child = rounds(jdk, 2, "mode=enforce,jmx=true", server);
      assertThat(child.round(1, server.target())).contains("stockade: blocked TLS to ");
      try (JMXConnector connector = connect(child)) {
        MBeanServerConnection beans = connector.getMBeanServerConnection();
        await(beans, RULE);
        assertThat(beans.getAttribute(ENGINE, "Mode")).isEqualTo("enforce");
        assertThat(beans.getAttribute(ENGINE, "Blocked")).isEqualTo(1L);
        assertThat(beans.getAttribute(CANARY, "Percent")).isEqualTo(10);
        assertThat(beans.getAttribute(RULE, "Stage")).isEqualTo("enforce");
        JsonObject status =
            JsonParser.parseString((String) beans.getAttribute(ENGINE, "Status")).getAsJsonObject();
        assertThat(status.getAsJsonObject("counts").get("tls.blocked").getAsInt()).isOne();

        beans.setAttribute(RULE, new Attribute("Stage", "audit"));
        assertThat(beans.getAttribute(RULE, "Stage")).isEqualTo("audit");
        assertThatThrownBy(() -> beans.setAttribute(RULE, new Attribute("Stage", "enforce")))
            .rootCause()
            .hasMessageContaining("can only be lowered to audit");
        assertThat(beans.getAttribute(RULE, "Stage")).isEqualTo("audit");
      }
      assertThat(child.round(2, server.target())).contains(" ok TLSv1.1 ");

      Outcome outcome = child.outcome().assertHostLived();
      assertThat(outcome.records("policy.change"))
          .anyMatch(saying("policy.change", "rule.tls.min-version lowered by JMX"));
      assertThat(outcome.records("tamper")).hasSize(1);
      assertThat(outcome.records("tamper"))
          .anyMatch(
              saying(
                  "tamper",
                  "rule.tls.min-version lowered by JMX: rule tls.min-version enforce -> audit"
                      + " (protects less)"));
      assertThat(outcome.actions()).containsExactly("would-block");
    }
  }

  @Test
  void withoutTheOptionThereIsNothing() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS13)) {
      ChildJvm child = rounds(Jdk.running(), 2, "mode=enforce", server);
      child.round(1, server.target());
      try (JMXConnector connector = connect(child)) {
        assertThat(connector.getMBeanServerConnection().queryNames(ALL, null)).isEmpty();
      }
      child.round(2, server.target());
      child.outcome().assertHostLived();
    }
  }

  @Test
  void anotherEngineTakesTheNamesOverAndADetachTakesThemAway() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS13)) {
      ChildJvm child = rounds(Jdk.running(), 2, "jmx=true", server);
      child.round(1, server.target());
      try (JMXConnector connector = connect(child)) {
        MBeanServerConnection beans = connector.getMBeanServerConnection();
        await(beans, ENGINE);
        child.attach("mode=enforce,jmx=true,journal=none,summary=false");
        for (int i = 0; i < 300 && !isMode(beans, "enforce"); i++) {
          Thread.sleep(50);
        }
        assertThat(isMode(beans, "enforce")).isTrue();
        child.attach("mode=off");
        assertThat(beans.queryNames(ALL, null)).isEmpty();
      }
      child.round(2, server.target());
      child.outcome();
    }
  }

  private static boolean isMode(MBeanServerConnection beans, String mode) throws Exception {
    return beans.isRegistered(ENGINE) && mode.equals(beans.getAttribute(ENGINE, "Mode"));
  }

  private static void await(MBeanServerConnection beans, ObjectName name) throws Exception {
    for (int i = 0; i < 300 && !beans.isRegistered(name); i++) {
      Thread.sleep(50);
    }
    Set<ObjectName> names = beans.queryNames(ALL, null);
    assertThat(names).contains(name);
  }

  @SuppressWarnings("BanJNDI") // the bean server is our own child's
  private static JMXConnector connect(ChildJvm child) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(String.valueOf(child.pid()));
    try {
      return JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
    } finally {
      machine.detach();
    }
  }

  private static ObjectName name(String text) {
    try {
      return new ObjectName(text);
    } catch (javax.management.MalformedObjectNameException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static ChildJvm rounds(Jdk jdk, int rounds, String options, OpensslServer server)
      throws Exception {
    return ChildJvm.on(jdk)
        .withLegacyAlgorithms()
        .with("-Dapp.repeat=" + rounds, "-Dapp.wait-between=true")
        .agent(Launch.JAVAAGENT, options)
        .start("SocketClient", server.target());
  }
}
