package dev.stockade.policy.file;

import dev.stockade.policy.canary.CanarySettings;
import dev.stockade.policy.rule.CanaryUnit;
import java.util.Map;

/** The canary's settings. */
final class CanaryReader {
  /** The name of the share as an option, which a file may use too. */
  static final String PERCENT = "canary.percent";

  private static final int MANY = 1_000_000;

  private final Problems problems;
  private final CanarySettings defaults = CanarySettings.DEFAULT;
  private final CanarySettings.Builder settings = new CanarySettings.Builder();

  CanaryReader(Problems problems) {
    this.problems = problems;
  }

  /** Puts the share into the options as well. */
  CanarySettings read(Section file, Map<String, Setting> options) {
    Value flat = file.value(PERCENT);
    takePercent(flat, options);
    Section canary = file.value("canary").section(Keys.CANARY);
    if (canary != null) {
      Value percent = canary.value("percent");
      if (percent.isPresent() && flat.isPresent()) {
        problems.error(
            percent.keyLine(), PERCENT + " stands twice, also in line " + flat.keyLine());
      }
      takePercent(percent, options);
      takeOthers(canary);
    }
    return settings.build();
  }

  private void takePercent(Value value, Map<String, Setting> options) {
    Integer percent = value.whole(0, 100);
    if (percent != null) {
      settings.percent(percent);
      OptionReader.put(options, PERCENT, value, percent.toString());
    }
  }

  private void takeOthers(Section canary) {
    CanaryUnit unit = canary.value("unit").choice(Choices.UNITS);
    if (unit != null) {
      settings.unit(unit);
    }
    String salt = canary.value("salt").text();
    if (salt != null) {
      settings.salt(salt);
    }
    settings.state(canary.value("state").text());
    Section rollback = canary.value("rollback").section(Keys.ROLLBACK);
    if (rollback != null) {
      takeRollback(rollback);
    }
    Section fuse = canary.value("fuse").section(Keys.FUSE);
    if (fuse != null) {
      settings.fuse(
          or(fuse.value("destinations").whole(0, MANY), defaults.fuseDestinations()),
          Units.time(fuse.value("window"), defaults.fuseWindowMillis()));
    }
  }

  private void takeRollback(Section rollback) {
    settings.rollback(
        or(rollback.value("min-samples").whole(1, MANY), defaults.minSamples()),
        Units.percent(rollback.value("max-blocked"), defaults.maxBlockedPercent()),
        Units.time(rollback.value("window"), defaults.windowMillis()));
  }

  private static int or(Integer value, int fallback) {
    return value == null ? fallback : value;
  }
}
