package dev.stockade.e2e.kit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code java -jar stockade.jar …} as a process of its own. */
public final class Cli {
  private Cli() {}

  public static Outcome run(String... arguments) throws Exception {
    return on(Jdk.running(), arguments);
  }

  public static Outcome on(Jdk jdk, String... arguments) throws Exception {
    return ChildJvm.on(jdk).launch(List.of("-jar", ChildJvm.JAR.toString()), arguments).outcome();
  }

  /** What {@code ps} says of one JVM. */
  public static JsonObject process(String pid) throws Exception {
    Outcome ps = run("ps", "-o", "json");
    for (JsonElement jvm :
        JsonParser.parseString(String.join("\n", ps.out()))
            .getAsJsonObject()
            .getAsJsonArray("jvms")) {
      if (jvm.getAsJsonObject().get("pid").getAsString().equals(pid)) {
        return jvm.getAsJsonObject();
      }
    }
    throw new AssertionError("ps does not show " + pid + ": " + ps);
  }

  /** As another user; the jar must be readable for it. */
  public static Outcome as(String user, String jar, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("setpriv", "--reuid", user, "--regid", user, "--clear-groups"));
    command.add(Jdk.running().java());
    command.addAll(List.of("-jar", jar));
    command.addAll(Arrays.asList(arguments));
    Process process = new ProcessBuilder(command).start();
    Lines out = new Lines(process.getInputStream());
    Lines err = new Lines(process.getErrorStream());
    int exitCode = process.waitFor();
    return new Outcome(exitCode, out.all(), err.all(), List.of(), null);
  }
}
