package dev.stockade.e2e.kit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code java -jar stockade.jar follow …} while it runs. */
public final class FollowProcess implements AutoCloseable {
  private final Process process;
  private final Lines err;

  public FollowProcess(String... words) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(Jdk.running().java(), "-Xmx96m", "-XX:TieredStopAtLevel=1", "-jar"));
    all.add(ChildJvm.JAR.toAbsolutePath().toString());
    all.add("follow");
    all.addAll(List.of(words));
    process = new ProcessBuilder(all).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    err = new Lines(process.getErrorStream());
  }

  /** Where Prometheus is answered. */
  public int port() throws InterruptedException {
    String line = err.await(one -> one.startsWith("metrics are served at port "), 30_000);
    return Integer.parseInt(line.replaceAll("[^0-9]+", ""));
  }

  public Lines err() {
    return err;
  }

  /** As {@code kill -9} does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** By SIGTERM; the exit code. */
  public int end() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("did not end: " + err.all());
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
