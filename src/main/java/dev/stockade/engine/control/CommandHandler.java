package dev.stockade.engine.control;

import dev.stockade.base.Json;
import dev.stockade.engine.hooks.UnweavingWitness;
import dev.stockade.engine.options.Option;
import dev.stockade.journal.StuckOutput;
import dev.stockade.policy.rule.Mode;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Carries out the commands that the command line sends to a running engine: {@code
 * command=NAME,id=NONCE,name=value,…}.
 */
public final class CommandHandler {
  private static final String BY = "command line";

  private final EngineState engine;
  private final EngineControl control;
  private final Supplier<UnweavingWitness> leaving;

  /**
   * @param leaving has the engine leave, and says what became of the woven classes
   */
  public CommandHandler(EngineState engine, Supplier<UnweavingWitness> leaving) {
    this.engine = engine;
    this.control = engine.control();
    this.leaving = leaving;
  }

  /** Does it and leaves the reply; a command that cannot be done says why in its reply. */
  public void run(String text) {
    Map<String, String> options = parse(text);
    String command = options.remove("command");
    String id = options.remove("id");
    String reply;
    try {
      reply = run(command, options);
    } catch (IllegalArgumentException e) {
      reply = new Json().flag("ok", false).text("error", e.getMessage()).members();
    }
    CommandReplies.give(id, reply);
  }

  private String run(String command, Map<String, String> options) {
    switch (command) {
      case "status":
        return new StatusReport(engine).members();
      case "set":
        return set(options);
      case "live":
        control.watch(whole("seconds", options.get("seconds"), 86_400));
        return ok().members();
      case "summary":
        return summary();
      case "detach":
        return detach();
      default:
        throw new IllegalArgumentException(
            "unknown command '" + command + "', allowed are status, set, live, summary, detach");
    }
  }

  private String summary() {
    String text = engine.journal().summary();
    if (text == null) {
      StuckOutput stuck = engine.journal().stuck();
      throw new IllegalArgumentException(
          stuck == null ? "the summary takes too long" : "no summary now: " + stuck.sentence());
    }
    return ok().text("text", text).members();
  }

  private String set(Map<String, String> options) {
    List<String> changed = new ArrayList<String>();
    for (Map.Entry<String, String> option : options.entrySet()) {
      check(option.getKey(), option.getValue());
    }
    for (Map.Entry<String, String> option : options.entrySet()) {
      String name = option.getKey();
      String from = set(name, option.getValue());
      Json change = new Json().text("name", name).text("from", from);
      changed.add(change.text("to", option.getValue()).members());
    }
    return ok().objects("changed", changed).members();
  }

  /** All are checked before the first is set: a command is done whole or not at all. */
  private static void check(String name, String value) {
    if (name.equals("mode")) {
      oneOf(name, value, "audit", "canary", "enforce");
    } else if (name.equals("canary.percent")) {
      whole(name, value, 100);
    } else if (name.equals("log")) {
      oneOf(name, value, "error", "warn", "info", "debug");
    } else if (name.startsWith("rule.")) {
      Rule rule = ruleIn(name);
      oneOf(name, value, "off", "audit", "canary", "enforce");
      if (!isAllowed(rule, stage(value))) {
        throw new IllegalArgumentException(
            name + "=" + value + ": this rule is never enforced, allowed are off, audit");
      }
    } else {
      throw new IllegalArgumentException(
          "'" + name + "' cannot be set, allowed are mode, canary.percent, log, rule.ID");
    }
  }

  private String set(String name, String value) {
    PolicyControl policy = control.policy();
    if (name.equals("mode")) {
      String from = engine.activePolicy().judge().policy().mode().label();
      policy.setMode(Mode.valueOf(value.toUpperCase(Locale.ROOT)), BY);
      return from;
    }
    if (name.equals("canary.percent")) {
      String from = String.valueOf(engine.activePolicy().judge().policy().canary().percent());
      policy.setCanaryPercent(Integer.parseInt(value), BY);
      return from;
    }
    if (name.equals("log")) {
      String from = engine.log().level();
      engine.log().level(value);
      policy.overrides().put(name, value, BY);
      return from;
    }
    Rule rule = ruleIn(name);
    String from = engine.activePolicy().judge().policy().stage(rule).label();
    policy.setStage(rule, stage(value), BY);
    return from;
  }

  private String detach() {
    control.records().tamper(Rule.TAMPER_MODE, "detached by the " + BY);
    UnweavingWitness left = leaving.get();
    StuckOutput stuck = engine.journal().stuck();
    String remark = stuck == null ? null : "its last records are lost: " + stuck.sentence();
    return ok().text("remark", remark)
        .texts("unwoven", left.restored())
        .texts("stillWoven", left.stillWoven())
        .members();
  }

  private static Json ok() {
    return new Json().flag("ok", true);
  }

  private static Map<String, String> parse(String text) {
    Map<String, String> options = new LinkedHashMap<String, String>();
    for (String part : text.split(",", 0)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        options.put(part.substring(0, equals).trim(), part.substring(equals + 1).trim());
      }
    }
    return options;
  }

  private static Rule ruleIn(String name) {
    Rule rule = Rule.named(name.substring("rule.".length()));
    if (rule == null) {
      StringBuilder all = new StringBuilder();
      for (Rule known : Rule.values()) {
        all.append(all.length() == 0 ? "" : ", ").append(known.id());
      }
      throw new IllegalArgumentException("there is no " + name + ", the rules are " + all);
    }
    return rule;
  }

  private static boolean isAllowed(Rule rule, Stage stage) {
    return stage.compareTo(Stage.AUDIT) <= 0 || rule.isEnforceable();
  }

  private static Stage stage(String label) {
    return Stage.valueOf(label.toUpperCase(Locale.ROOT));
  }

  private static long whole(String name, String value, int most) {
    if (Option.isWhole(value, 0, most)) {
      return Integer.parseInt(value);
    }
    throw new IllegalArgumentException(
        name + "=" + value + ": allowed is a whole number from 0 to " + most);
  }

  private static void oneOf(String name, String value, String... allowed) {
    for (String one : allowed) {
      if (one.equals(value)) {
        return;
      }
    }
    throw new IllegalArgumentException(
        name + "=" + value + ": allowed are " + String.join(", ", allowed));
  }
}
