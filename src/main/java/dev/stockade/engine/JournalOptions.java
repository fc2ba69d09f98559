package dev.stockade.engine;

import dev.stockade.base.Host;
import dev.stockade.base.Version;
import dev.stockade.journal.JournalSettings;
import dev.stockade.journal.Patrol;
import dev.stockade.policy.rule.Mode;
import java.util.function.Supplier;

/** The journal's settings as the options have them. */
final class JournalOptions {
  private JournalOptions() {}

  static JournalSettings of(
      Options options,
      Mode mode,
      Host host,
      StderrLog log,
      OwnErrors errors,
      Supplier<Patrol> patrol) {
    String service = options.get(Option.SERVICE);
    return new JournalSettings.Builder(mode.label())
        .target(options.get(Option.JOURNAL))
        .rotation(
            Option.bytes(options.get(Option.JOURNAL_MAX_SIZE)),
            Integer.parseInt(options.get(Option.JOURNAL_KEEP)))
        .chain(Boolean.parseBoolean(options.get(Option.JOURNAL_CHAIN)))
        .summary(Boolean.parseBoolean(options.get(Option.SUMMARY)))
        .names(service == null ? host.service() : service, options.get(Option.INSTANCE))
        .profile(options.get(Option.PROFILE))
        .version(Version.current())
        .log(log)
        .errors(errors)
        .patrol(patrol)
        .build();
  }
}
