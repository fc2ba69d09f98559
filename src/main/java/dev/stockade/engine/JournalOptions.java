package dev.stockade.engine;

import dev.stockade.journal.JournalSettings;
import dev.stockade.journal.PolicyDigest;
import dev.stockade.policy.Mode;
import dev.stockade.policy.Profiles;

/** The journal's settings as the options have them. */
final class JournalOptions implements PolicyDigest {
  private final String profile;

  private JournalOptions(String profile) {
    this.profile = profile;
  }

  static JournalSettings of(
      Options options, Mode mode, Host host, StderrLog log, OwnErrors errors) {
    String profile = options.get(Option.PROFILE);
    String service = options.get(Option.SERVICE);
    return new JournalSettings.Builder(mode.label())
        .target(options.get(Option.JOURNAL))
        .rotation(
            Size.parse(options.get(Option.JOURNAL_MAX_SIZE)),
            Integer.parseInt(options.get(Option.JOURNAL_KEEP)))
        .summary(Boolean.parseBoolean(options.get(Option.SUMMARY)))
        .names(service == null ? host.service() : service, options.get(Option.INSTANCE))
        .policy(profile, new JournalOptions(profile))
        .version(Version.current())
        .log(log)
        .errors(errors)
        .build();
  }

  @Override
  public String value() {
    return Profiles.named(profile).digest();
  }
}
