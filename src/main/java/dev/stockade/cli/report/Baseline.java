package dev.stockade.cli.report;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.JsonTree;
import dev.stockade.cli.command.JsonView;
import dev.stockade.cli.command.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The findings that were there before and fail no build: one id a line, with its meaning behind it,
 * or a SARIF file of an earlier run.
 */
final class Baseline {
  private static final int MAX_LENGTH = 16 << 20;
  private static final String ID = "[0-9a-f]{32}";

  /** Where SARIF has the id. */
  static final String FINGERPRINT = "stockadeFinding/v1";

  private Baseline() {}

  static Set<String> read(String file) {
    String text = text(file);
    return text.trim().startsWith("{") ? ofSarif(file, text) : ofLines(file, text);
  }

  private static String text(String file) {
    try {
      Path path = Paths.get(file);
      if (!Files.exists(path)) {
        throw new NoSuchFileException(file);
      }
      if (!Files.isRegularFile(path) || Files.size(path) > MAX_LENGTH) {
        throw CommandFailure.usage(file + ": no baseline, which is a file of at most 16 MB");
      }
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw CommandFailure.usage(
          file + ": there is no such file; --write-baseline " + file + " makes it");
    } catch (IOException | InvalidPathException e) {
      throw CommandFailure.usage(file + ": cannot be read");
    }
  }

  private static Set<String> ofLines(String file, String text) {
    Set<String> ids = new HashSet<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      String id = line.trim().split("\\s", 2)[0];
      if (id.isEmpty() || id.startsWith("#")) {
        continue;
      }
      if (!id.matches(ID)) {
        throw CommandFailure.usage(
            file + ":" + number + ": a line starts with a finding's id of 32 hex digits, or #");
      }
      ids.add(id);
    }
    return ids;
  }

  private static Set<String> ofSarif(String file, String text) {
    Set<String> ids = new HashSet<>();
    try {
      for (JsonView run : new JsonView("sarif", JsonTree.object(text)).each("runs")) {
        for (JsonView result : run.each("results")) {
          JsonView prints = result.below("partialFingerprints");
          if (prints != null && prints.has(FINGERPRINT)) {
            ids.add(prints.text(FINGERPRINT));
          }
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw CommandFailure.usage(file + ": no SARIF file: " + e.getMessage());
    }
    return ids;
  }

  /** As {@link #read} reads it. */
  static String text(List<FoundFault> faults) {
    StringBuilder text = new StringBuilder("# Findings that are known: check --baseline FILE\n");
    for (FoundFault fault : faults) {
      String line =
          String.join("  ", fault.id, fault.rule, fault.place.service, fault.place.destination);
      text.append(Printable.text(line)).append('\n');
    }
    return text.toString();
  }
}
