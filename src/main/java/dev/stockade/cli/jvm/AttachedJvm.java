package dev.stockade.cli.jvm;

import dev.stockade.base.JvmProperties;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A JVM behind the attach API's {@code VirtualMachine}. */
final class AttachedJvm implements Jvm {
  private static final int SECONDS_TO_ANSWER = 10;

  /** Weaving a large application that is busy takes a while. */
  private static final int SECONDS_TO_LOAD = 60;

  private final long pid;
  private final Class<?> type;
  private final Object virtualMachine;

  AttachedJvm(long pid, Class<?> type, Object virtualMachine) {
    this.pid = pid;
    this.type = type;
    this.virtualMachine = virtualMachine;
  }

  @Override
  public long pid() {
    return pid;
  }

  @Override
  public Map<String, String> properties() {
    Map<String, String> agent = agentProperties();
    try {
      return OwnProperties.over(ask("getSystemProperties"), agent);
    } catch (Exception e) {
      Map<String, String> own = OwnProperties.over(Collections.emptyMap(), agent);
      if (own.isEmpty()) {
        throw AttachFailures.explain(pid, e);
      }
      return own;
    }
  }

  @Override
  public List<String> replies() {
    List<String> replies = new ArrayList<>();
    add(replies, agentProperties().get(JvmProperties.REPLY));
    try {
      add(replies, ask("getSystemProperties").get(JvmProperties.REPLY));
    } catch (Exception e) {
      // The program has replaced them by what cannot be read: an engine of today needs none.
    }
    return replies;
  }

  private static void add(List<String> replies, String reply) {
    if (reply != null) {
      replies.add(reply);
    }
  }

  @Override
  public Map<String, String> agentProperties() {
    try {
      return ask("getAgentProperties");
    } catch (Exception e) {
      throw AttachFailures.explain(pid, e);
    }
  }

  private Map<String, String> ask(String method) throws Exception {
    Properties answer =
        (Properties)
            TimeLimit.within(
                SECONDS_TO_ANSWER, () -> AttachApi.invoke(type, virtualMachine, method));
    Map<String, String> properties = new LinkedHashMap<>();
    for (String name : answer.stringPropertyNames()) {
      properties.put(name, answer.getProperty(name));
    }
    return properties;
  }

  @Override
  public void load(String jar, String argument) {
    try {
      TimeLimit.within(
          SECONDS_TO_LOAD,
          () -> AttachApi.invoke(type, virtualMachine, "loadAgent", jar, argument));
    } catch (Exception e) {
      if (!AttachFailures.isUnreadableAnswer(e)) {
        throw AttachFailures.explain(pid, e);
      }
    }
  }

  @Override
  public void close() {
    try {
      TimeLimit.within(1, () -> AttachApi.invoke(type, virtualMachine, "detach"));
    } catch (Exception e) {
      // The JVM has ended: nothing is left to close.
    }
  }
}
