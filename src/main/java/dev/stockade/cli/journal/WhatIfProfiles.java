package dev.stockade.cli.journal;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.policy.Policy;
import dev.stockade.policy.file.Suggestion;
import dev.stockade.policy.tls.Profiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Replays the same records under several profiles: which standard is met today. */
final class WhatIfProfiles {
  private static final String ALL = "all";
  private static final String HEAD = "connections destinations services";

  private final List<ProfileReplay> replays = new ArrayList<>();

  /**
   * @param words ids and short names with commas between them, or {@code all}
   * @param policy of which all but mode and profile holds
   * @param now when it is to hold, for exceptions that expire
   * @throws CommandFailure when a profile does not exist
   */
  WhatIfProfiles(String words, Policy policy, long now) {
    List<String> known = new ArrayList<>(policy.ownProfiles().keySet());
    known.addAll(Profiles.names());
    for (String name : words.equals(ALL) ? known : Arrays.asList(words.split(",", -1))) {
      if (!known.contains(Profiles.id(name))) {
        known.addAll(Profiles.aliases());
        throw CommandFailure.usage(
            "--profiles: unknown profile '" + name + "'" + Suggestion.of(name, known));
      }
      replays.add(new ProfileReplay(policy, name, now));
    }
  }

  void take(SeenRecord record) {
    RecordedFact fact = record.fact();
    if (fact.tls != null && fact.isConnection()) {
      replays.forEach(replay -> replay.take(fact));
    }
  }

  List<String> lines(Seen seen) {
    List<String> lines = new ArrayList<>();
    lines.add("seen: " + seen.sentence());
    lines.add("");
    lines.add(String.format("%-48s %-33s  %s", "", "blocked", "warned of"));
    lines.add(String.format("%-48s %s  %s", "profile, enforced", HEAD, HEAD));
    replays.forEach(replay -> lines.add(replay.line()));
    long unjudged = replays.stream().mapToLong(ProfileReplay::unjudged).max().orElse(0);
    if (unjudged > 0) {
      lines.add("");
      lines.add("note: of " + unjudged + " handshakes the records say too little to judge them");
    }
    return lines;
  }

  Map<String, Object> members(Journals journals) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("seen", journals.seen().members());
    List<Map<String, Object>> rows = new ArrayList<>();
    replays.forEach(replay -> rows.add(replay.members()));
    result.put("profiles", rows);
    result.put("skippedLines", journals.skipped());
    return result;
  }
}
