package dev.stockade.e2e.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command of the system to its end; what it printed is the answer. */
public final class Command {
  private Command() {}

  /** Words are separated by single blanks; fails when the command does. */
  public static String run(Path folder, String words) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(words.split(" ")))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(words + " failed: " + printed);
    }
    return printed;
  }
}
