package dev.stockade.e2e.kit;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A running JVM, talked to as the command line does it, but without a process for each word. */
public final class Attached implements AutoCloseable {
  private final VirtualMachine jvm;

  private Attached(VirtualMachine jvm) {
    this.jvm = jvm;
  }

  public static Attached to(ChildJvm child) throws IOException, AttachNotSupportedException {
    return new Attached(VirtualMachine.attach(String.valueOf(child.pid())));
  }

  /** Installs an engine, or puts it in place of the one that runs. */
  public void install(String options) throws IOException, AgentInitializationException {
    install(ChildJvm.JAR, options);
  }

  /** The same with the engine of another jar. */
  public void install(Path jar, String options) throws IOException, AgentInitializationException {
    load("jar=" + jar.toAbsolutePath() + "," + options);
  }

  /**
   * Gives a command to the engine.
   *
   * @param command a name, with {@code ,name=value} behind it
   * @return its answer
   */
  public JsonObject ask(String command) throws IOException, AgentInitializationException {
    String[] words = command.split(",", 2);
    String id = UUID.randomUUID().toString();
    load(
        "jar="
            + ChildJvm.JAR.toAbsolutePath()
            + ",command="
            + words[0]
            + ",id="
            + id
            + (words.length > 1 ? "," + words[1] : ""));
    String reply = jvm.getSystemProperties().getProperty("stockade.reply");
    if (reply == null || !reply.startsWith(id + " ")) {
      throw new AssertionError("no answer to " + command + " but " + reply);
    }
    return JsonParser.parseString(reply.substring(id.length() + 1)).getAsJsonObject();
  }

  /** The system properties whose names begin with {@code stockade.}. */
  public Map<String, String> properties() throws IOException {
    TreeMap<String, String> own = new TreeMap<>();
    jvm.getSystemProperties()
        .forEach(
            (name, value) -> {
              if (name.toString().startsWith("stockade.")) {
                own.put(name.toString(), value.toString());
              }
            });
    return own;
  }

  /** What the agent {@code ClassDigest} in the jar says of a class. */
  public String digest(Path agent, String className) throws Exception {
    load(agent, className);
    return jvm.getSystemProperties().getProperty("app.digest");
  }

  private void load(String argument) throws IOException, AgentInitializationException {
    load(ChildJvm.JAR.toAbsolutePath(), argument);
  }

  /** Loads another agent. */
  public void load(Path agent, String argument) throws IOException, AgentInitializationException {
    try {
      jvm.loadAgent(agent.toString(), argument);
    } catch (AgentLoadException e) {
      // A JDK 8 answers "0", which a newer attaching JDK takes for an error: it means success.
      if (!"0".equals(e.getMessage())) {
        throw new IOException(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    jvm.detach();
  }
}
