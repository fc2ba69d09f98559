package dev.stockade.policy.canary;

import dev.stockade.policy.rule.CanaryUnit;

/** Settings of a canary: how it picks its share and when it takes a rule back. Immutable. */
public final class CanarySettings {
  /** What holds where a policy says nothing. */
  public static final CanarySettings DEFAULT = new Builder().build();

  private final Builder values;

  private CanarySettings(Builder values) {
    this.values = values;
  }

  /** The share of units for which rules are enforced, 0 to 100. */
  public int percent() {
    return values.percent;
  }

  public CanaryUnit unit() {
    return values.unit;
  }

  /** Another salt gives another choice of units, and forgets what was taken back; never null. */
  public String salt() {
    return values.salt;
  }

  /** Path of the file in which taken back rules survive a restart; null for none. */
  public String state() {
    return values.state;
  }

  /** Outcomes of one rule at one destination that a verdict about it needs. */
  public int minSamples() {
    return values.minSamples;
  }

  /** The largest share of blocked or additionally failed outcomes, in percent. */
  public int maxBlockedPercent() {
    return values.maxBlockedPercent;
  }

  /** How long an outcome counts, in milliseconds. */
  public long windowMillis() {
    return values.windowMillis;
  }

  /** More destinations than this with a block put everything back to audit; 0 for no fuse. */
  public int fuseDestinations() {
    return values.fuseDestinations;
  }

  /** The time in which the fuse counts, in milliseconds. */
  public long fuseWindowMillis() {
    return values.fuseWindowMillis;
  }

  /** The same with another share. */
  public CanarySettings withPercent(int percent) {
    return copy().percent(percent).build();
  }

  private Builder copy() {
    return new Builder()
        .percent(values.percent)
        .unit(values.unit)
        .salt(values.salt)
        .state(values.state)
        .rollback(values.minSamples, values.maxBlockedPercent, values.windowMillis)
        .fuse(values.fuseDestinations, values.fuseWindowMillis);
  }

  /** Collects the values; not to be used after {@link #build()}. */
  public static final class Builder {
    private int percent = 10;
    private CanaryUnit unit = CanaryUnit.DESTINATION;
    private String salt = "";
    private String state;
    private int minSamples = 20;
    private int maxBlockedPercent = 5;
    private long windowMillis = 5 * 60_000L;
    private int fuseDestinations = 10;
    private long fuseWindowMillis = 10 * 60_000L;

    public Builder percent(int percent) {
      this.percent = percent;
      return this;
    }

    public Builder unit(CanaryUnit unit) {
      this.unit = unit;
      return this;
    }

    public Builder salt(String salt) {
      this.salt = salt;
      return this;
    }

    public Builder state(String state) {
      this.state = state;
      return this;
    }

    public Builder rollback(int minSamples, int maxBlockedPercent, long windowMillis) {
      this.minSamples = minSamples;
      this.maxBlockedPercent = maxBlockedPercent;
      this.windowMillis = windowMillis;
      return this;
    }

    public Builder fuse(int destinations, long windowMillis) {
      this.fuseDestinations = destinations;
      this.fuseWindowMillis = windowMillis;
      return this;
    }

    public CanarySettings build() {
      return new CanarySettings(this);
    }
  }
}
