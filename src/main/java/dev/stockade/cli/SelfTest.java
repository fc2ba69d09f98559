package dev.stockade.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Proves on this JDK that the agent sees and enforces: runs {@link SelfTestProgram} in child JVMs
 * under the agent, and judges by what the program got and what the journal says.
 */
final class SelfTest {
  private final String jar;
  private final PrintStream out;
  private boolean well = true;

  SelfTest(String jar, PrintStream out) {
    this.jar = jar;
    this.out = out;
  }

  boolean run() throws IOException, InterruptedException {
    out.println(
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
    check(audit, "audit: and is recorded", "\"verdict\":\"pass\"", "_ECDHE_");
    for (String line : audit) {
      if (line.contains("this JDK has no ")) {
        out.println("note    " + line);
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
    out.println(well ? "all is well" : "something is wrong: see the lines marked FAILED");
    return well;
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
      out.println("FAILED  " + mode + ": the child JVM exited with " + process.exitValue());
      for (String line : lines) {
        out.println("        " + line);
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
        out.println("ok      " + what + (line.startsWith("{") ? "" : ": " + line));
        return;
      }
    }
    well = false;
    out.println("FAILED  " + what);
  }
}
