package dev.stockade.e2e.kit;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Surroundings as containers have them, by bubblewrap: it needs no privileges and no image. */
public final class Sandbox {
  private final List<String> words = new ArrayList<>();

  private Sandbox() {
    words.add(installed("bwrap", "bubblewrap"));
    words.add("--die-with-parent");
  }

  /** The whole file system read-only, temporary folders included. */
  public static Sandbox readOnly() {
    return new Sandbox().with("--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc");
  }

  /** A user id that no passwd file knows. */
  public static Sandbox unknownUser() {
    return new Sandbox()
        .with("--bind", "/", "/", "--dev", "/dev", "--proc", "/proc")
        .with("--unshare-user", "--uid", "12345", "--gid", "12345");
  }

  private Sandbox with(String... more) {
    words.addAll(List.of(more));
    return this;
  }

  /** Followed by a command. */
  public String[] words() {
    return words.toArray(String[]::new);
  }

  /** The command's path; aborts the test where it is absent. */
  public static String installed(String command, String debianPackage) {
    for (String folder : System.getenv("PATH").split(File.pathSeparator, 0)) {
      Path file = Path.of(folder, command);
      if (Files.isExecutable(file)) {
        return file.toString();
      }
    }
    return abort(command + " is not installed (Debian: " + debianPackage + ")");
  }
}
