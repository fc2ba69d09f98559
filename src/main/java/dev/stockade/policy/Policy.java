package dev.stockade.policy;

import dev.stockade.policy.canary.CanarySettings;
import dev.stockade.policy.rule.EnforcedBy;
import dev.stockade.policy.rule.Mode;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.RuleSelection;
import dev.stockade.policy.rule.Stage;
import dev.stockade.policy.tls.Profile;
import dev.stockade.policy.tls.Profiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * The operator's settings: mode, profile, stages of rules, exceptions, canary, candidate.
 * Immutable; made from options alone or from a policy file.
 */
public final class Policy {
  private final Builder values;

  private final boolean asksForCode;
  private final boolean reportOnly;

  /** Read when it is first asked for. */
  private volatile Profile tlsProfile;

  private Policy(Builder values) {
    this.values = values;
    this.tlsProfile = values.ownProfiles.get(values.profile);
    this.reportOnly =
        tlsProfile != null ? tlsProfile.isReportOnly() : Profiles.isReportOnly(values.profile);
    this.asksForCode = anyAsksForCode(values.exceptions);
  }

  /** The mode that stands above all stages. */
  public Mode mode() {
    return values.mode;
  }

  /** The id of a profile that exists. */
  public String profile() {
    return values.profile;
  }

  /** The profile itself: one that the policy defines, or that comes with Stockade. */
  public Profile tlsProfile() {
    Profile known = tlsProfile;
    if (known == null) {
      known = Profiles.named(values.profile);
      tlsProfile = known;
    }
    return known;
  }

  /** Those that the policy file defines, used or not, by id. */
  public Map<String, Profile> ownProfiles() {
    return values.ownProfiles;
  }

  /**
   * How far the rule is rolled out: its own stage, else what follows from the mode. In audit
   * nothing is above {@link Stage#AUDIT}, whatever the rule's own stage is; nor are rules about TLS
   * under a profile that is report only.
   */
  public Stage stage(Rule rule) {
    Stage own = ownStage(rule);
    Stage stage = own != null ? own : byMode(rule);
    if (values.mode == Mode.OFF) {
      return Stage.OFF;
    }
    if (values.mode == Mode.AUDIT
        || rule.enforceable() == EnforcedBy.NEVER
        || (reportOnly && rule.isAboutTls())) {
      stage = stage.lower(Stage.AUDIT);
    }
    Stage lowered = values.lowered.get(rule);
    return lowered == null ? stage : stage.lower(lowered);
  }

  /**
   * Null for none. Before there was {@code tls.group} its findings were under {@code
   * tls.cipher-strength}: who turned that off meant both.
   */
  private Stage ownStage(Rule rule) {
    Stage own = values.stages.get(rule);
    boolean silent =
        rule == Rule.TLS_GROUP
            && own == null
            && values.stages.get(Rule.TLS_CIPHER_STRENGTH) == Stage.OFF;
    return silent ? Stage.OFF : own;
  }

  /** The rules with a stage of their own. */
  public Map<Rule, Stage> ownStages() {
    return values.stages;
  }

  /** Whether the rule was lowered while the process runs. */
  public boolean isLowered(Rule rule) {
    return values.lowered.containsKey(rule);
  }

  /**
   * Whether an offence is a violation although by default it is only reported: its own stage asks
   * for more than audit.
   */
  public boolean isRaised(Rule rule) {
    Stage own = values.stages.get(rule);
    return rule.enforceable() == EnforcedBy.BY_OWN_STAGE
        && own != null
        && own.compareTo(Stage.AUDIT) > 0;
  }

  /** In the order of the file; the first that fits a peer is the one that counts. */
  public List<PolicyException> exceptions() {
    return values.exceptions;
  }

  /** Whether an expired exception allows nothing any more; else it still does, and is reported. */
  public boolean endsExpired() {
    return values.endsExpired;
  }

  public CanarySettings canary() {
    return values.canary;
  }

  /** Another policy that is evaluated beside this one and changes nothing; null for none. */
  public Policy candidate() {
    return values.candidate;
  }

  /** {@code sha256:…} of the file; null when the policy comes from options alone. */
  public String digest() {
    return values.digest;
  }

  /** For a policy like this one in all but what is then set. */
  public Builder copy() {
    return new Builder(values);
  }

  /** Whether an exception depends on the code that connects. */
  public boolean asksForCode() {
    return asksForCode;
  }

  private static boolean anyAsksForCode(List<PolicyException> exceptions) {
    for (PolicyException exception : exceptions) {
      if (exception.match().asksForCode()) {
        return true;
      }
    }
    return false;
  }

  private Stage byMode(Rule rule) {
    if (rule.enforceable() != EnforcedBy.BY_MODE || values.mode == Mode.AUDIT) {
      return Stage.AUDIT;
    }
    return values.mode == Mode.CANARY ? Stage.CANARY : Stage.ENFORCE;
  }

  /** The rules that it watches, and those of the milder ones that count as violations. */
  RuleSelection rules() {
    EnumSet<Rule> watched = EnumSet.noneOf(Rule.class);
    EnumSet<Rule> raised = EnumSet.noneOf(Rule.class);
    for (Rule rule : Rule.values()) {
      if (stage(rule) != Stage.OFF) {
        watched.add(rule);
      }
      if (isRaised(rule)) {
        raised.add(rule);
      }
    }
    return new RuleSelection(watched, raised);
  }

  /** Collects the values; not to be used after {@link #build()}. */
  public static final class Builder {
    private Mode mode = Mode.AUDIT;
    private String profile = Profiles.DEFAULT;
    private Map<String, Profile> ownProfiles = Collections.emptyMap();
    private Map<Rule, Stage> stages = Collections.emptyMap();
    private Map<Rule, Stage> lowered = Collections.emptyMap();
    private List<PolicyException> exceptions = Collections.emptyList();
    private boolean endsExpired;
    private CanarySettings canary = CanarySettings.DEFAULT;
    private Policy candidate;
    private String digest;

    public Builder() {}

    private Builder(Builder from) {
      mode = from.mode;
      profile = from.profile;
      ownProfiles = from.ownProfiles;
      stages = from.stages;
      lowered = from.lowered;
      exceptions = from.exceptions;
      endsExpired = from.endsExpired;
      canary = from.canary;
      candidate = from.candidate;
      digest = from.digest;
    }

    public Builder mode(Mode mode) {
      this.mode = mode;
      return this;
    }

    /** By its id, or a short name for one. */
    public Builder profile(String profile) {
      this.profile = Profiles.id(profile);
      return this;
    }

    /** Keeps the map, which must not be changed afterwards. */
    public Builder ownProfiles(Map<String, Profile> ownProfiles) {
      this.ownProfiles = Collections.unmodifiableMap(ownProfiles);
      return this;
    }

    public Builder stages(Map<Rule, Stage> stages) {
      this.stages = copy(stages);
      return this;
    }

    /** Stages that hold when they are lower than what the rest says. */
    public Builder lowered(Map<Rule, Stage> lowered) {
      this.lowered = copy(lowered);
      return this;
    }

    public Builder exceptions(List<PolicyException> exceptions) {
      this.exceptions = Collections.unmodifiableList(new ArrayList<>(exceptions));
      return this;
    }

    public Builder endsExpired(boolean endsExpired) {
      this.endsExpired = endsExpired;
      return this;
    }

    public Builder canary(CanarySettings canary) {
      this.canary = canary;
      return this;
    }

    public Builder candidate(Policy candidate) {
      this.candidate = candidate;
      return this;
    }

    public Builder digest(String digest) {
      this.digest = digest;
      return this;
    }

    /** Another builder with the same values, each to go its own way. */
    public Builder copy() {
      return new Builder(this);
    }

    public Policy build() {
      return new Policy(this);
    }

    private static Map<Rule, Stage> copy(Map<Rule, Stage> stages) {
      return stages.isEmpty()
          ? Collections.<Rule, Stage>emptyMap()
          : Collections.unmodifiableMap(new EnumMap<>(stages));
    }
  }
}
