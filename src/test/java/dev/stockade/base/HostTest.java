package dev.stockade.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertThat(host("java.apps/app.jar").isJdkTool()).isFalse();
    assertThat(host("jdk.x/com.sun.jar").isJdkTool()).isFalse();
  }

  @Test
  void whoRunsTheUsersSourceIsNoTool() {
    String before22 = "jdk.compiler/com.sun.tools.javac.launcher.Main";
    String since22 = "jdk.compiler/com.sun.tools.javac.launcher.SourceLauncher";
    for (String launcher : new String[] {before22, since22}) {
      assertThat(host(launcher + " /home/me/App.java --port 80").isJdkTool()).isFalse();
      assertThat(host(launcher + " /home/me/App.java one Two.java").service())
          .isEqualTo("App.java");
      assertThat(host(launcher + " /home/my code/App.java").service()).isEqualTo("App.java");
      assertThat(host(launcher + " /usr/bin/script one").service()).isEqualTo("script");
    }
    assertThat(host("java.scripting/com.sun.tools.script.shell.Main a.js").isJdkTool()).isFalse();
    assertThat(host("jdk.scripting.nashorn.shell/jdk.nashorn.tools.jjs.Main").isJdkTool())
        .isFalse();
    assertThat(host("jdk.jshell/jdk.internal.jshell.tool.JShellToolProvider").isJdkTool()).isTrue();
    assertThat(host("jdk.httpserver/sun.net.httpserver.simpleserver.Main").isJdkTool()).isTrue();
  }

  @Test
  void aJarsPathMayHaveSpaces(@TempDir Path folder) throws IOException {
    Path jar = Files.createFile(Files.createDirectory(folder.resolve("my app")).resolve("k.jar"));

    assertThat(host(jar + " --config x.jar").service()).isEqualTo("k.jar");
    assertThat(host("/opt/orders.jar a.jar").service()).isEqualTo("orders.jar");
    assertThat(host("com.acme.Main lib.jar").service()).isEqualTo("com.acme.Main");
  }

  @Test
  void theTestsOfABuildAreNamedByTheirModule() {
    String booter = "/home/my code/orders/target/surefire/surefirebooter-20261129023122259_3.jar";
    assertThat(host(booter + " /home/my code/orders/target/surefire 2026").service())
        .isEqualTo("orders");
    assertThat(host("C:\\code\\orders\\target\\surefire\\surefirebooter12.jar x y").service())
        .isEqualTo("orders");
    Properties elsewhere = properties("sun.java.command", "/tmp/surefirebooter77.jar /tmp x");
    elsewhere.setProperty("user.dir", "/home/me/orders");
    assertThat(new Host(elsewhere).service()).isEqualTo("orders");
    Properties gradle =
        properties(
            "sun.java.command",
            "worker.org.gradle.process.internal.worker.GradleWorkerMain 'Gradle Test Executor 1'");
    gradle.setProperty("user.dir", "/home/me/invoices");
    assertThat(new Host(gradle).service()).isEqualTo("invoices");
    gradle.setProperty("user.dir", "/");
    assertThat(new Host(gradle).service()).isEqualTo("tests");
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
