package dev.stockade.cli.jvm;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** A JVM whose agent does what the test says. */
public final class FakeJvm implements Jvm {
  public final Map<String, String> properties = new LinkedHashMap<>();
  final Map<String, String> agentProperties = new LinkedHashMap<>();
  final Map<String, String> loaded = new LinkedHashMap<>();

  /** Values that {@code stockade.live} takes one after the other; then it is gone. */
  final Deque<String> live = new ArrayDeque<>();

  private BiConsumer<FakeJvm, Map<String, String>> agent = (jvm, arguments) -> {};

  static FakeJvm active(String version, String mode) {
    FakeJvm jvm = new FakeJvm();
    jvm.properties.put("stockade.version", version);
    jvm.properties.put("stockade.mode", mode);
    return jvm;
  }

  public FakeJvm agent(BiConsumer<FakeJvm, Map<String, String>> does) {
    agent = does;
    return this;
  }

  /** Answers every command so. */
  FakeJvm replies(String json) {
    return agent(
        (jvm, arguments) -> jvm.properties.put("stockade.reply", arguments.get("id") + " " + json));
  }

  @Override
  public long pid() {
    return 4711;
  }

  @Override
  public Map<String, String> properties() {
    Map<String, String> now = new LinkedHashMap<>(properties);
    if (!live.isEmpty()) {
      now.put("stockade.live", live.pop());
    }
    return now;
  }

  @Override
  public List<String> replies() {
    return Stream.of(agentProperties, properties)
        .map(all -> all.get("stockade.reply"))
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public Map<String, String> agentProperties() {
    return agentProperties;
  }

  @Override
  public void load(String jar, String argument) {
    loaded.clear();
    Arrays.stream(argument.split(","))
        .map(option -> option.split("=", 2))
        .forEach(option -> loaded.put(option[0], option[1]));
    agent.accept(this, loaded);
  }

  @Override
  public void close() {}
}
