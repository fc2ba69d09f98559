package dev.stockade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class HostTest {
  @Test
  void toolsOfTheJdkAreKnownByTheirMainClass() {
    assertThat(host("jdk.jcmd/sun.tools.jps.Jps -l").isJdkTool()).isTrue();
    assertThat(host("java.base/sun.security.tools.keytool.Main -help").isJdkTool()).isTrue();
    assertThat(host("sun.security.tools.keytool.Main -help").isJdkTool()).isTrue();
    assertThat(host("com.sun.tools.javac.Main A.java").isJdkTool()).isTrue();
    assertThat(host("com.acme.Main sun.tools.jps.Jps").isJdkTool()).isFalse();
    assertThat(host("com.acme.app/com.acme.Main").isJdkTool()).isFalse();
    assertThat(host("/opt/app.jar").isJdkTool()).isFalse();
  }

  @Test
  void theServiceIsTheMainClassOrTheJarWithoutItsFolder() {
    assertThat(host("/opt/orders-1.4.jar --port 80").service()).isEqualTo("orders-1.4.jar");
    assertThat(host("com.acme.Main a b").service()).isEqualTo("com.acme.Main");
    assertThat(host("").service()).isEqualTo("unknown");
  }

  @Test
  void theJsseOf8AndOfTomorrowIsNotTakenForGranted() {
    assertThat(version("1.8").hasKnownJsse()).isFalse();
    assertThat(version("11").hasKnownJsse()).isTrue();
    assertThat(version("27").hasKnownJsse()).isTrue();
    assertThat(version("28").hasKnownJsse()).isFalse();
    assertThat(version("").hasKnownJsse()).isFalse();
  }

  private static Host host(String command) {
    return new Host(properties("sun.java.command", command));
  }

  private static Host version(String version) {
    return new Host(properties("java.specification.version", version));
  }

  private static Properties properties(String name, String value) {
    Properties properties = new Properties();
    properties.setProperty(name, value);
    return properties;
  }
}
