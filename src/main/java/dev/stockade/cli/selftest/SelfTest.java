package dev.stockade.cli.selftest;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Proves on this JDK that the agent sees and enforces: runs {@link SelfTestProgram} in child JVMs
 * under the agent, and judges by what the program got and what the journal says.
 */
final class SelfTest {
  private final String jar;
  private final Consumer<String> out;
  private final List<Map<String, Object>> checks = new ArrayList<>();
  private boolean well = true;

  SelfTest(String jar, Consumer<String> out) {
    this.jar = jar;
    this.out = out;
  }

  boolean run() throws IOException, InterruptedException {
    out.accept(
        "self-test on "
            + System.getProperty("java.runtime.version")
            + ", "
            + System.getProperty("java.vm.name")
            + ", "
            + System.getProperty("java.home"));
    List<String> audit = child("audit");
    check(audit, "audit: the weak handshake goes on", "weak ok TLSv1.2");
    check(
        audit,
        "audit: and is recorded",
        "\"verdict\":\"violation\"",
        "would-block",
        "tls.forward-secrecy");
    check(audit, "audit: the strong handshake passes", "strong ok TLSv1.2");
    // Without jdk.crypto.ec it is DHE_, which has a note: forward secret all the same.
    check(audit, "audit: and is recorded", "\"kind\":\"tls.handshake\"", "DHE_");
    for (String line : audit) {
      if (line.contains("this JDK has no ")) {
        out.accept("note    " + line);
      }
    }
    List<String> enforce = child("enforce");
    check(
        enforce,
        "enforce: the weak handshake is refused",
        "weak failed",
        "SSLHandshakeException",
        "tls.forward-secrecy");
    check(
        enforce, "enforce: and is recorded", "\"kind\":\"tls.blocked\"", "\"action\":\"blocked\"");
    check(enforce, "enforce: the strong handshake passes", "strong ok TLSv1.2");
    check(enforce, "enforce: no internal errors", "\"reason\":\"stopped\"", "\"errors\":0");
    out.accept(well ? "all is well" : "something is wrong: see the lines marked FAILED");
    return well;
  }

  /** What was checked and whether it was well, in order. */
  List<Map<String, Object>> checks() {
    return checks;
  }

  private List<String> child(String mode) throws IOException, InterruptedException {
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-javaagent:" + jar + "=mode=" + mode + ",journal=stderr,summary=false",
            "-jar",
            jar,
            SelfTestProgram.NAME);
    // What the operator set for services must not change what is tested here.
    builder.environment().keySet().removeIf(name -> name.startsWith("STOCKADE_"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    process.getOutputStream().close();
    List<String> lines = Collections.synchronizedList(new ArrayList<>());
    Thread records = new Thread(() -> read(process.getErrorStream(), lines), "self-test-records");
    records.start();
    read(process.getInputStream(), lines);
    records.join();
    if (process.waitFor() != 0) {
      well = false;
      out.accept("FAILED  " + mode + ": the child JVM exited with " + process.exitValue());
      for (String line : lines) {
        out.accept("        " + line);
      }
    }
    return lines;
  }

  private static void read(InputStream stream, List<String> lines) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      lines.add("(the output ended with " + e + ")");
    }
  }

  /** One line of the child must hold all the parts. */
  private void check(List<String> lines, String what, String... parts) {
    for (String line : lines) {
      boolean all = true;
      for (String part : parts) {
        all &= line.contains(part);
      }
      if (all) {
        checks.add(checked(what, true));
        out.accept("ok      " + what + (line.startsWith("{") ? "" : ": " + line));
        return;
      }
    }
    well = false;
    checks.add(checked(what, false));
    out.accept("FAILED  " + what);
  }

  private static Map<String, Object> checked(String what, boolean well) {
    Map<String, Object> check = new LinkedHashMap<>();
    check.put("what", what);
    check.put("ok", well);
    return check;
  }
}
