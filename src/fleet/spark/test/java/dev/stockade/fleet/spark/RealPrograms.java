package dev.stockade.fleet.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.apps.TlsToItself;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs under the agent, each of which speaks TLS with itself and leaves a journal. */
final class RealPrograms {
  private static final int AT_ONCE = 2;
  private static final String PASSWORD = "changeit";

  private final Path folder;
  private final Path keys;

  /**
   * @param folder where the journals go, each in a folder of its own
   */
  RealPrograms(Path folder, Path work) throws Exception {
    this.folder = folder;
    this.keys = work.resolve("keys.p12");
    end(start(work.resolve("keytool.out"), keytool()));
  }

  void run(int number) throws Exception {
    List<Process> running = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      if (running.size() == AT_ONCE) {
        end(running.remove(0));
      }
      running.add(
          start(Files.createDirectories(folder.resolve("real-" + i)).resolve("out"), java(i)));
    }
    for (Process one : running) {
      end(one);
    }
  }

  private List<String> java(int number) throws Exception {
    Path classes =
        Path.of(TlsToItself.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path journal = folder.resolve("real-" + number).resolve("app.ndjson");
    String options =
        "=mode=audit,summary=false,service=real-%d,instance=host-%d,journal=%s"
            .formatted(number % 4, number, journal);
    return List.of(
        program("java"),
        "-XX:TieredStopAtLevel=1",
        "-Xmx64m",
        "-javaagent:" + System.getProperty("stockade.jar") + options,
        "-Dapp.keystore=" + keys,
        "-Dapp.password=" + PASSWORD,
        "-Djavax.net.ssl.trustStore=" + keys,
        "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
        "-cp",
        classes.toString(),
        TlsToItself.class.getName());
  }

  private List<String> keytool() {
    return List.of(
        program("keytool"),
        "-genkeypair",
        "-alias",
        "app",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost",
        "-storetype",
        "PKCS12",
        "-storepass",
        PASSWORD,
        "-keystore",
        keys.toString());
  }

  private static String program(String name) {
    return System.getProperty("java.home") + File.separator + "bin" + File.separator + name;
  }

  private static Process start(Path out, List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start();
  }

  private static void end(Process process) throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }
}
