package dev.stockade.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.base.Host;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Outcome;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The starts that the shim of the packed jar lets go by itself. */
class NeedlessStartTest {
  /** The shim cannot ask the engine, which it has not read, so both must say the same. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/opt/app.jar",
        "/opt/my app/k.jar --port 80",
        "com.acme.Main sun.tools.jps.Jps",
        "com.acme.Main a/b",
        "com.acme.app/com.acme.Main",
        "com.sun.javafx.tools.packager.Main",
        "com.sun.tools.javac.Main A.java",
        "com.sun.tools.script.shell.Main a.js",
        "java.base/sun.security.tools.keytool.Main -help",
        "java.scripting/com.sun.tools.script.shell.Main a.js",
        "java.apps/app.jar",
        "java.util.Mine",
        "jdk.apps/app.jar --port 80",
        "jdk.apps/com.sun.jar",
        "jdk.apps/com.acme.Main",
        "jdk.Mine a/b",
        "jdk.compiler/com.sun.tools.javac.Main A.java",
        "jdk.compiler/com.sun.tools.javac.launcher.Main /home/me/App.java",
        "jdk.compiler/com.sun.tools.javac.launcher.SourceLauncher /home/me/App.java",
        "jdk.httpserver/sun.net.httpserver.simpleserver.Main",
        "jdk.jcmd/sun.tools.jps.Jps -l",
        "jdk.jshell/jdk.internal.jshell.tool.JShellToolProvider",
        "jdk.nashorn.tools.Shell a.js",
        "jdk.scripting.nashorn.shell/jdk.nashorn.tools.jjs.Main",
        "sun.applet.Main",
        "sun.rmi.registry.RegistryImpl",
        "sun.security.tools.keytool.Main -help",
        "sun.tools.jps.Jps",
        "sunny.Main",
      })
  void aToolIsWhatTheEngineTakesForOne(String command) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("sun.java.command", command);

    assertThat(shimSays("isTool", command)).isEqualTo(new Host(properties).isJdkTool());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mode=off", "mode=off,journal=/x", "journal=/x,mode=off", "mode=off,mode=audit"})
  void offIsTheFirstMode(String argument) throws Exception {
    assertThat(shimSays("isOne", argument)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mode=audit",
        "mode=offline",
        "mode=enforce,mode=off",
        "xmode=off",
        "journal=/x?mode=off",
        "mode=off,log=info",
        "log=info,mode=off",
      })
  void whatIsNotPlainlyOffIsForTheEngineToSay(String argument) throws Exception {
    assertThat(shimSays("isOne", argument)).isFalse();
  }

  @Test
  void aSecondOneThatSaysOffEndsTheFirst() throws Exception {
    Outcome outcome =
        ChildJvm.on(Jdk.running())
            .agentOnly("mode=enforce,log=info")
            .then(List.of("-javaagent:" + ChildJvm.JAR + "=mode=off"))
            .start("Hello")
            .outcome();

    assertThat(outcome.out()).containsExactly("hello");
    assertThat(outcome.err()).anyMatch(line -> line.contains("is active: mode enforce"));
    assertThat(outcome.err()).as("it was asked").anyMatch(line -> line.contains("mode=off"));
  }

  @Test
  void withoutAnArgumentItStarts() throws Exception {
    assertThat(shimSays("isOne", null)).isFalse();
  }

  private static boolean shimSays(String method, String text) throws Exception {
    URL[] jar = {ChildJvm.JAR.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(jar, null)) {
      Method asked =
          loader
              .loadClass("dev.stockade.agent.NeedlessStart")
              .getDeclaredMethod(method, String.class);
      asked.setAccessible(true);
      return (boolean) asked.invoke(null, text);
    }
  }
}
