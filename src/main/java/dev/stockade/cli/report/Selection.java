package dev.stockade.cli.report;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.cli.journal.JournalWords;
import dev.stockade.cli.journal.Journals;
import dev.stockade.cli.journal.Rejudging;
import dev.stockade.cli.journal.SeenRecord;
import dev.stockade.cli.policy.PolicyFiles;
import dev.stockade.journal.record.RecordFields;
import dev.stockade.policy.Policy;
import dev.stockade.policy.tls.Profiles;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which records are looked at, and by which policy. */
final class Selection {
  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Moment.class,
      description = "Only what was seen then or later: 2026-11-23, 2026-11-23T18:45:00Z, 7d.")
  private Long since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = Moment.class,
      description = "Only what was seen before.")
  private Long until;

  @Option(names = "--service", paramLabel = "NAME", description = "Only records of this service.")
  private String service;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Judges the records anew by this policy file, as whatif does.")
  private String policyFile;

  @Option(
      names = "--profile",
      paramLabel = "ID",
      description = "Judges the records anew by this profile, without exceptions.")
  private String profile;

  @Mixin private JournalWords journals;

  private Policy policy;
  private Journals read;
  private boolean isServiceThere;

  /** The policy that judges anew; null for none. Known once the records were gathered. */
  Policy policy() {
    return policy;
  }

  /** What was read. Known once the records were gathered. */
  Journals journals() {
    return read;
  }

  /** Null where none was named. */
  String policyFile() {
    return policyFile;
  }

  /** Throws where writing a file, null for none, would overwrite one of the journals. */
  void refuse(String file) {
    journals.refuse(file);
  }

  /** Reads the records that were chosen. */
  Gathering gather(StockadeCommand command) {
    policy = choose();
    Gathering gathering =
        new Gathering(policy == null ? null : new Rejudging(policy, System.currentTimeMillis()));
    read =
        journals.readAll(
            command,
            record -> {
              isServiceThere |= service == null || service.equals(serviceOf(record));
              if (isChosen(record)) {
                gathering.accept(record);
              }
            });
    gathering.end();
    gathering.seen.missing(read.missing());
    if (!isServiceThere && read.lines() > 0) {
      throw CommandFailure.usage("no record of the service " + service + " is in these journals");
    }
    return gathering;
  }

  private Policy choose() {
    if (policyFile != null && profile != null) {
      throw CommandFailure.usage("either --policy or --profile: a policy file names its profile");
    }
    if (policyFile != null) {
      return PolicyFiles.policy(policyFile);
    }
    if (profile == null) {
      return null;
    }
    try {
      Profiles.named(profile);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage(e.getMessage());
    }
    return new Policy.Builder().profile(profile).build();
  }

  private boolean isChosen(SeenRecord record) {
    boolean isInTime =
        (since == null || record.last() >= since) && (until == null || record.first() < until);
    return isInTime && (service == null || service.equals(serviceOf(record)));
  }

  private static String serviceOf(SeenRecord record) {
    if (record.line().fact() != null) {
      return record.line().fact().service();
    }
    Map<String, Object> members = record.line().members();
    return String.valueOf(members.get(RecordFields.SERVICE));
  }
}
