package dev.stockade.engine.control;

import dev.stockade.base.JvmProperties;
import dev.stockade.engine.options.Option;
import dev.stockade.engine.options.Options;
import dev.stockade.engine.watch.WeakenedProtection;
import dev.stockade.journal.Event;
import dev.stockade.journal.Journal;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.Policy;
import dev.stockade.policy.PolicyDiff;
import dev.stockade.policy.canary.CanaryChange;
import dev.stockade.policy.canary.CanarySettings;
import dev.stockade.policy.file.PolicyFile;
import dev.stockade.policy.file.Setting;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Mode;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Stage;
import dev.stockade.policy.rule.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts together what the operator wants, from options, policy file and what was set while the
 * process runs, and puts it in force. Each change is a record.
 */
public final class PolicyControl {
  /** What JMX took back is no stage that was set: it only lowers. */
  private static final String LOWERED = "lowered.";

  private final Options given;
  private final ActivePolicy activePolicy;
  private final Journal journal;
  private final String instance;
  private final List<CanaryChange> restored;

  // Set while the process runs; stronger than options and file. Guarded by this.
  private Mode mode;
  private Integer canaryPercent;
  private final Map<Rule, Stage> stages = new EnumMap<Rule, Stage>(Rule.class);
  private final Map<Rule, Stage> lowered = new EnumMap<Rule, Stage>(Rule.class);
  private final Overrides overrides = new Overrides();
  private PolicyFile file;

  /**
   * @param given without what the policy file says
   * @param file may be null
   */
  PolicyControl(
      Options given,
      PolicyFile file,
      ActivePolicy activePolicy,
      Journal journal,
      String instance,
      List<CanaryChange> restored) {
    this.given = given;
    this.file = file;
    this.activePolicy = activePolicy;
    this.journal = journal;
    this.instance = instance;
    this.restored = restored;
  }

  /** Whether this file is not the one in force. */
  synchronized boolean isAnother(PolicyFile next) {
    return file == null || !file.digest().equals(next.digest());
  }

  /** What was set while the process runs, in the words of the command {@code set}. */
  synchronized Map<String, String> set() {
    Map<String, String> all = new LinkedHashMap<String, String>();
    if (mode != null) {
      all.put(Option.MODE.key, mode.label());
    }
    if (canaryPercent != null) {
      all.put(Option.CANARY_PERCENT.key, canaryPercent.toString());
    }
    for (Map.Entry<Rule, Stage> one : stages.entrySet()) {
      all.put("rule." + one.getKey().id(), one.getValue().label());
    }
    for (Rule rule : lowered.keySet()) {
      all.put(LOWERED + rule.id(), Stage.AUDIT.label());
    }
    return all;
  }

  /**
   * An engine before had them; none is put in force yet.
   *
   * @param said who set them and when, where that engine reported it
   */
  synchronized void restore(Map<String, String> before, Map<String, String> said) {
    for (Map.Entry<String, String> one : before.entrySet()) {
      String name = one.getKey();
      String shown = name.replace(LOWERED, "rule.");
      if (said.containsKey(shown)) {
        overrides.restore(shown, said.get(shown));
      } else {
        overrides.put(shown, one.getValue(), "the engine before");
      }
      Rule rule = Rule.named(name.substring(name.indexOf('.') + 1));
      if (name.equals(Option.MODE.key)) {
        mode = modeOf(one.getValue());
      } else if (name.equals(Option.CANARY_PERCENT.key)) {
        canaryPercent = Integer.valueOf(one.getValue());
      } else if (name.startsWith("rule.") && rule != null) {
        stages.put(rule, Stage.valueOf(one.getValue().toUpperCase(Locale.ROOT)));
      } else if (name.startsWith(LOWERED) && rule != null) {
        lowered.put(rule, Stage.AUDIT);
      }
    }
  }

  /** Another file is in force. */
  synchronized void take(PolicyFile next) {
    List<String> later = waiting(file, next);
    file = next;
    Policy before = activePolicy.judge().policy();
    Policy after = putInForce();
    String what = "the policy file changed";
    if (!later.isEmpty()) {
      what += " (at the next start: " + String.join(", ", later) + ")";
    }
    what += WeakenedProtection.isLess(before, after) ? " (protects less)" : "";
    tellChange(what, before, after);
  }

  /** What options and policy file say of an option by now. */
  synchronized String option(Option option) {
    return options().get(option);
  }

  Overrides overrides() {
    return overrides;
  }

  /** The options that differ and are only read at start. */
  private static List<String> waiting(PolicyFile before, PolicyFile after) {
    List<String> names = new ArrayList<String>();
    for (Option option : Option.values()) {
      if (option != Option.MODE
          && option != Option.PROFILE
          && option != Option.CANARY_PERCENT
          && option != Option.KILL_FILE
          && !valueOf(option, before).equals(valueOf(option, after))) {
        names.add(option.key);
      }
    }
    return names;
  }

  private static String valueOf(Option option, PolicyFile file) {
    Setting setting = file == null ? null : file.options().get(option.key);
    return setting == null ? "" : setting.value();
  }

  /** The policy as it is now goes in force for the first time. */
  synchronized void begin() {
    Policy policy = compose();
    activePolicy.set(policy, instance, restored);
    tell(Verdict.PASS, "policy loaded", policy);
  }

  synchronized void setMode(Mode next, String by) {
    mode = next;
    overrides.put("mode", next.label(), by);
    apply("mode set by " + by);
  }

  synchronized void setCanaryPercent(int percent, String by) {
    canaryPercent = percent;
    overrides.put("canary.percent", String.valueOf(percent), by);
    apply("canary.percent set by " + by);
  }

  synchronized void setStage(Rule rule, Stage stage, String by) {
    stages.put(rule, stage);
    lowered.remove(rule);
    // Who sets a rule has seen what the answers of AWS said about it.
    activePolicy.trust(rule);
    overrides.put("rule." + rule.id(), stage.label(), by);
    apply("rule." + rule.id() + " set by " + by);
  }

  /** Holds as long as the process runs, whatever the file says. */
  public synchronized void lower(Rule rule, String by) {
    lowered.put(rule, Stage.AUDIT);
    overrides.put("rule." + rule.id(), Stage.AUDIT.label(), by);
    apply("rule." + rule.id() + " lowered by " + by);
  }

  /** Reports a file that is not taken. */
  void refused(String error) {
    tell(Verdict.WARN, error + "; the policy before stays", activePolicy.judge().policy());
  }

  private void apply(String why) {
    Policy before = activePolicy.judge().policy();
    Policy after = putInForce();
    Finding weaker = WeakenedProtection.between(before, after, why);
    if (weaker != null) {
      journal.offer(Event.ofTampering(System.currentTimeMillis(), weaker, null));
    }
    tellChange(why, before, after);
  }

  private Policy putInForce() {
    Policy after = compose();
    activePolicy.set(after, instance, restored);
    Announcement.put(JvmProperties.MODE, after.mode().label());
    return after;
  }

  private void tellChange(String why, Policy before, Policy after) {
    List<String> changes = PolicyDiff.between(before, after);
    String what = changes.isEmpty() ? "nothing that matters" : String.join("; ", changes);
    tell(Verdict.NOTE, why + ": " + what, after);
  }

  /** What options and policy file say, without what was set. */
  synchronized Options options() {
    return file == null ? given : given.with(file, given.get(Option.POLICY));
  }

  private Policy compose() {
    Options options = options();
    Policy.Builder builder =
        new Policy.Builder()
            .mode(mode != null ? mode : modeOf(options.get(Option.MODE)))
            .profile(options.get(Option.PROFILE));
    if (file != null) {
      file.applyTo(builder);
    }
    Policy policy = builder.build();
    CanarySettings canary = policy.canary();
    if (canaryPercent != null) {
      canary = canary.withPercent(canaryPercent);
    } else if (given.has(Option.CANARY_PERCENT) || file == null) {
      canary = canary.withPercent(Integer.parseInt(given.get(Option.CANARY_PERCENT)));
    }
    Map<Rule, Stage> all = new EnumMap<Rule, Stage>(Rule.class);
    all.putAll(policy.ownStages());
    all.putAll(stages);
    return policy.copy().canary(canary).stages(all).lowered(lowered).build();
  }

  private static Mode modeOf(String label) {
    return Mode.valueOf(label.toUpperCase(Locale.ROOT));
  }

  private void tell(Verdict verdict, String what, Policy policy) {
    journal.offer(
        Event.ofPolicy(System.currentTimeMillis(), policy, Finding.of(verdict, null, what)));
  }
}
