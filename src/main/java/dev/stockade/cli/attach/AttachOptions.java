package dev.stockade.cli.attach;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.jvm.AgentArgument;
import dev.stockade.cli.policy.PolicyFiles;
import dev.stockade.policy.file.Problem;
import dev.stockade.policy.tls.Profiles;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Stockade's options as options of {@code attach}. */
final class AttachOptions {
  /** The words of the option {@code mode}. */
  enum ModeName {
    off,
    audit,
    canary,
    enforce
  }

  private static final List<String> PATHS = Arrays.asList("policy", "journal", "kill-file");

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "off, audit (the default), canary or enforce.")
  private ModeName mode;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "The named profile; default " + Profiles.DEFAULT + ".")
  private String profile;

  @Option(names = "--policy", paramLabel = "FILE", description = "The policy file.")
  private String policy;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "Where records go: a file, stderr, or none (the default).")
  private String journal;

  @Option(
      names = "--option",
      paramLabel = "NAME=VALUE",
      description = "Any other option, such as log=info; may be given several times.")
  private List<String> others = new ArrayList<>();

  /** By name, in a steady order; empty when none was given. */
  Map<String, String> byName() {
    Map<String, String> options = new LinkedHashMap<>();
    if (mode != null) {
      options.put("mode", mode.name());
    }
    if (profile != null) {
      if (!Profiles.has(profile)) {
        throw CommandFailure.usage(
            "unknown profile '" + profile + "'; allowed are " + Profiles.allowed());
      }
      options.put("profile", profile);
    }
    if (policy != null) {
      checkPolicy();
      AgentArgument.add(options, "policy", absolute(policy));
    }
    if (journal != null) {
      boolean word = journal.equals("stderr") || journal.equals("none");
      AgentArgument.add(options, "journal", word ? journal : absolute(journal));
    }
    for (String other : others) {
      AgentArgument.addTo(options, other);
    }
    for (String name : PATHS) {
      String path = options.get(name);
      if (path != null && !path.isEmpty() && !path.equals("stderr") && !path.equals("none")) {
        options.put(name, absolute(path));
      }
    }
    options.forEach(AttachOptions::check);
    return options;
  }

  /** The engine would go on with the default, and only the target's stderr would say so. */
  private static void check(String name, String value) {
    String complaint = dev.stockade.engine.options.Option.complaint(name, value);
    if (complaint != null) {
      throw CommandFailure.usage(name + "=" + value + ": " + complaint);
    }
  }

  /**
   * A file with an error would be ignored as a whole, and only the target's stderr would say so.
   * One that is not here may still be in the target's own file system.
   */
  private void checkPolicy() {
    if (Files.isRegularFile(Paths.get(policy))) {
      for (Problem problem : PolicyFiles.read(policy).problems()) {
        if (problem.isError()) {
          throw CommandFailure.failed(
              problem + "; nothing was attached to, policy lint shows all mistakes");
        }
      }
    }
  }

  /** The target's working directory is another one. */
  static String absolute(String file) {
    return Paths.get(file).toAbsolutePath().normalize().toString();
  }
}
