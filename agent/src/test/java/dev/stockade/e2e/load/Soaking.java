package dev.stockade.e2e.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.Attached;
import dev.stockade.e2e.kit.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What operators do to a JVM, one after the other and without rest: attach, a changed policy file,
 * modes by {@code set}, an engine in place of another, detach. In every fifth round the changed
 * file is waited for, the others are as fast as the JVM lets them be.
 */
final class Soaking implements AutoCloseable {
  private static final List<String> MODES = List.of("audit", "enforce", "canary");
  private static final long RELOAD_MILLIS = 30_000;

  /** A reply is taken away after ten seconds; until then its engine is still in memory. */
  private static final long MAX_REPLY_MILLIS = 12_000;

  private final Attached jvm;
  private final Path policy;
  private final String options;
  private int rounds;
  private int reloads;

  Soaking(ChildJvm child, Path folder) throws Exception {
    jvm = Attached.to(child);
    policy = folder.resolve("policy.yaml");
    options =
        "summary=false,journal.max-size=4m,journal.keep=2,journal="
            + child.journal()
            + ",policy="
            + policy;
  }

  /** One round, which leaves the JVM without an engine. */
  void round() throws Exception {
    write("audit");
    jvm.install(options);
    if (rounds % 5 == 0) {
      write("enforce");
      awaitMode("enforce");
      reloads++;
    }
    set("canary,canary.percent=50");
    for (int i = 0; i < MODES.size(); i++) {
      set(MODES.get((rounds + i) % MODES.size()));
    }
    jvm.install(options + ",mode=enforce");
    JsonObject status = jvm.ask("status");
    assertThat(status.get("mode").getAsString()).isEqualTo("enforce");
    assertThat(status.get("errors").getAsInt()).describedAs("%s", status).isZero();
    JsonObject detach = jvm.ask("detach");
    assertThat(detach.get("ok").getAsBoolean()).describedAs("%s", detach).isTrue();
    assertThat(detach.getAsJsonArray("stillWoven")).isEmpty();
    rounds++;
  }

  /**
   * Puts an engine in and waits until those before it are forgotten, so that all samples are of a
   * JVM under one engine. The load goes on.
   */
  void settle() throws Exception {
    write("enforce");
    jvm.install(options);
    Thread.sleep(MAX_REPLY_MILLIS);
  }

  private void set(String mode) throws Exception {
    JsonObject set = jvm.ask("set,mode=" + mode);
    assertThat(set.get("ok").getAsBoolean()).describedAs("%s", set).isTrue();
  }

  private void write(String mode) throws Exception {
    Path half = policy.resolveSibling("half.yaml");
    Files.writeString(
        half, "# round " + rounds + "\nmode: " + mode + "\ncanary: {unit: connection}\n");
    Files.move(half, policy, StandardCopyOption.ATOMIC_MOVE);
  }

  private void awaitMode(String mode) throws Exception {
    long end = System.nanoTime() + RELOAD_MILLIS * 1_000_000L;
    while (!jvm.properties().get("stockade.mode").equals(mode)) {
      assertThat(System.nanoTime()).describedAs("the file is read again").isLessThan(end);
      Thread.sleep(50);
    }
  }

  int rounds() {
    return rounds;
  }

  /** How often a changed file was seen to be in force. */
  int reloads() {
    return reloads;
  }

  @Override
  public void close() throws IOException {
    jvm.close();
  }
}
