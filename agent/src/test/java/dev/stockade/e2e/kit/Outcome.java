package dev.stockade.e2e.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a child JVM left: exit code, lines, journal. */
public record Outcome(
    int exitCode, List<String> out, List<String> err, List<JsonObject> records, Path journal) {

  /** The records of a kind, in the order written. */
  public List<JsonObject> records(String kind) {
    return records.stream()
        .filter(record -> record.get("kind").getAsString().equals(kind))
        .collect(Collectors.toList());
  }

  /** The actions of all completed handshakes. */
  public List<String> actions() {
    return records("tls.handshake").stream().map(r -> r.get("action").getAsString()).toList();
  }

  /** The lines that a client printed for its calls, in order. */
  public List<String> calls() {
    return out.stream().filter(line -> line.matches("\\S+ (ok|failed)( .*)?")).toList();
  }

  /** How many requests to AWS were recorded, folded ones included. */
  public long awsRequests() {
    return records.stream()
        .filter(record -> record.get("kind").getAsString().matches("aws\\.(request|blocked)"))
        .mapToLong(record -> record.has("count") ? record.get("count").getAsLong() : 1)
        .sum();
  }

  /** The line that a client printed for one of its targets. */
  public String lineFor(Object target) {
    return out.stream()
        .filter(line -> line.startsWith(target + " "))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line for " + target + " in " + this));
  }

  /** The program ended well, the agent swallowed no error of its own and lost no hook. */
  public Outcome assertHostLived() {
    return assertEnded(0);
  }

  /** It lived until SIGTERM ended it. */
  public Outcome assertHostLivedUntilStopped() {
    return assertEnded(128 + 15);
  }

  private Outcome assertEnded(int expected) {
    assertEndedWithoutErrors(expected);
    assertThat(records)
        .describedAs("hooks lost in %s", this)
        .noneMatch(record -> String.valueOf(record.get("rules")).contains("tamper.hook"));
    return this;
  }

  /** The same for one whose hooks somebody takes out. */
  public Outcome assertHostLivedWithoutItsHooks() {
    return assertEndedWithoutErrors(0);
  }

  private Outcome assertEndedWithoutErrors(int expected) {
    assertThat(exitCode).describedAs("exit code of %s", this).isEqualTo(expected);
    assertThat(err)
        .describedAs("stderr")
        .noneMatch(line -> line.contains("not active") || line.contains("VerifyError"))
        .noneMatch(line -> line.contains("reflective access by dev.stockade."));
    if (!records.isEmpty()) {
      JsonObject last = records.get(records.size() - 1);
      assertThat(last.get("reason").getAsString()).isEqualTo("stopped");
      assertThat(last.getAsJsonObject("counts").get("errors").getAsInt())
          .describedAs("internal errors of %s", this)
          .isZero();
    }
    return this;
  }

  @Override
  public String toString() {
    return "exit "
        + exitCode
        + "\nstdout "
        + String.join("\n  ", out)
        + "\nstderr "
        + String.join("\n  ", err)
        + "\njournal "
        + records.stream().map(Object::toString).collect(Collectors.joining("\n  "));
  }
}
