package dev.stockade.cli.profile;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.policy.PolicyFiles;
import dev.stockade.policy.file.Suggestion;
import dev.stockade.policy.tls.Profile;
import dev.stockade.policy.tls.Profiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The profiles that there are: those in the jar, and those that a policy file defines. */
public final class ProfileFile {
  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "A policy file; the profiles that it defines are there too.")
  private String policy;

  /** Those of the file first. */
  Collection<Profile> all() {
    List<Profile> all = new ArrayList<>(own().values());
    Profiles.names().forEach(id -> all.add(Profiles.named(id)));
    return all;
  }

  /**
   * By id or short name.
   *
   * @throws CommandFailure when there is none
   */
  Profile named(String name) {
    Map<String, Profile> own = own();
    if (own.containsKey(name)) {
      return own.get(name);
    }
    if (Profiles.has(name)) {
      return Profiles.named(name);
    }
    List<String> known = new ArrayList<>(own.keySet());
    known.addAll(Profiles.choices());
    String meant = Suggestion.of(name, known);
    throw CommandFailure.usage(
        "unknown profile '" + name + "'" + (meant.isEmpty() ? "; see profile list" : meant));
  }

  private Map<String, Profile> own() {
    return policy == null
        ? java.util.Collections.<String, Profile>emptyMap()
        : PolicyFiles.policy(policy).ownProfiles();
  }
}
