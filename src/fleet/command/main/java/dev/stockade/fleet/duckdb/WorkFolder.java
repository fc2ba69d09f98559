package dev.stockade.fleet.duckdb;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.fleet.lake.LakeNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * On the local disk, for what is not finished: below a lake that is local, else a temporary one.
 */
final class WorkFolder implements AutoCloseable {
  private static final String SPILL = "spill-";
  private static final Pattern SPILLS = Pattern.compile(SPILL + "(\\d{1,18})-.*");
  private static final Duration LEFT_OVER = Duration.ofDays(1);

  /** Null for a lake on S3. */
  private final Path lake;

  private final Path path;

  /** Null while nobody needs it. */
  private Path spill;

  private WorkFolder(Path lake, Path path) {
    this.lake = lake;
    this.path = path;
  }

  /** Made by who needs it. */
  static WorkFolder below(Path lake) {
    return new WorkFolder(lake, lake.resolve(LakeNames.TEMPORARY));
  }

  static WorkFolder temporary() {
    return new WorkFolder(null, temporary("stockade-lake"));
  }

  Path path() {
    return path;
  }

  /**
   * A folder for what DuckDB cannot hold in memory: this process alone has it, until this is
   * closed. A temporary one where there is no lake yet or its disk cannot be written to. DuckDB
   * would not make what is above it, and what is empty there a writer removes.
   */
  Path spill() {
    if (spill == null) {
      spill = spillFolder();
    }
    return spill;
  }

  private Path spillFolder() {
    if (lake == null || Files.isDirectory(lake)) {
      try {
        Files.createDirectories(path);
        return Files.createTempDirectory(path, SPILL + ProcessHandle.current().pid() + "-");
      } catch (IOException e) {
        // As below.
      }
    }
    return temporary("stockade-spill");
  }

  private static Path temporary(String name) {
    try {
      return Files.createTempDirectory(name);
    } catch (IOException e) {
      throw CommandFailure.failed(
          System.getProperty("java.io.tmpdir") + ": no folder can be made there: " + e);
    }
  }

  /** Removes what is left of work, but what others that are alive spill. */
  void clean() {
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        if (!isInUse(file)) {
          remove(file);
        }
      }
    } catch (IOException e) {
      return; // There is none, or others clean it, too.
    }
    removeIfEmpty(path);
  }

  /**
   * Whether another process may spill there. In containers all have the same number, so that of
   * folders with ours the age tells which are left over.
   */
  private boolean isInUse(Path file) throws IOException {
    Matcher name = SPILLS.matcher(file.getFileName().toString());
    if (file.equals(spill) || !name.matches()) {
      return false;
    }
    long process = Long.parseLong(name.group(1));
    return process == ProcessHandle.current().pid()
        ? Files.getLastModifiedTime(file).toInstant().isAfter(Instant.now().minus(LEFT_OVER))
        : ProcessHandle.of(process).isPresent();
  }

  private static void removeIfEmpty(Path folder) {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // Others need it.
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // It stays for the next time.
    }
  }

  @Override
  public void close() {
    if (spill != null) {
      remove(spill);
    }
    if (lake == null) {
      clean();
    } else if (spill != null && spill.startsWith(path)) {
      removeIfEmpty(path);
    }
  }
}
