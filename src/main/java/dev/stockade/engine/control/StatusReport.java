package dev.stockade.engine.control;

import dev.stockade.base.IsoTime;
import dev.stockade.base.Json;
import dev.stockade.base.ProcessNames;
import dev.stockade.base.Version;
import dev.stockade.engine.files.PolicyOnDisk;
import dev.stockade.engine.health.InternalThreads;
import dev.stockade.engine.options.Option;
import dev.stockade.engine.options.Options;
import dev.stockade.journal.AnswerCounts;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.Journal;
import dev.stockade.journal.StuckOutput;
import dev.stockade.policy.Judge;
import dev.stockade.policy.Policy;
import dev.stockade.policy.PolicyException;
import dev.stockade.policy.PolicyUsage;
import dev.stockade.policy.canary.Canary;
import dev.stockade.policy.canary.CanaryChange;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The state of an engine, as JSON for the command {@code status}. */
public final class StatusReport {
  private final EngineState engine;

  /** Null where there is nothing to look after. */
  private final EngineControl control;

  private final Judge judge;
  private final Policy policy;

  public StatusReport(EngineState engine) {
    this.engine = engine;
    this.control = engine.controlIfAny();
    this.judge = engine.activePolicy().judge();
    this.policy = judge.policy();
  }

  /** The members of the object, without braces. */
  public String members() {
    Json json = new Json().flag("ok", true).text("version", Version.current());
    json.text("mode", policy.mode().label()).text("profile", policy.profile());
    json.text("since", IsoTime.of(engine.since())).text("service", engine.service());
    json.text("instance", engine.instance()).number("pid", ProcessNames.pid());
    json.text("countedSince", IsoTime.of(engine.countedSince()));
    options(json);
    if (control != null) {
      OperatorFiles files = control.files();
      json.text("killFile", files.killFile()).text("killed", files.killedBy());
      if (!files.warnings().isEmpty()) {
        json.texts("warnings", files.warnings());
      }
      List<String> set = control.policy().overrides().members();
      if (!set.isEmpty()) {
        json.objects("set", set);
      }
    }
    file(json);
    json.objects("rules", rules());
    hooks(json);
    json.number("errors", engine.hooks().errors().internalErrors());
    json.number("hostErrors", engine.hooks().errors().ofTheHost());
    counts(json);
    answers(json);
    json.objects("exceptions", exceptions());
    candidate(json);
    if (judge.canary() != null) {
      canary(json, judge.canary());
    }
    json.begin("cost").number("writerCpuMillis", InternalThreads.cpuMillis());
    json.number("threads", InternalThreads.count()).end();
    return json.members();
  }

  /** What another engine would take over, for who plans that. */
  private void options(Json json) {
    Options now = engine.optionsNow();
    texts(json, "given", engine.given().given());
    texts(json, "sources", engine.given().sources());
    texts(json, "options", now.given());
    texts(json, "overrides", engine.overrides());
  }

  private static void texts(Json json, String name, Map<String, String> texts) {
    json.begin(name);
    for (Map.Entry<String, String> one : texts.entrySet()) {
      json.text(one.getKey(), one.getValue());
    }
    json.end();
  }

  private void file(Json json) {
    PolicyOnDisk disk = control == null ? null : control.files().policyOnDisk();
    if (disk == null) {
      return;
    }
    json.begin("policy").text("file", disk.path()).text("digest", policy.digest());
    json.text("error", disk.error()).text("waits", disk.waits());
    if (disk.error() != null) {
      json.flag("kept", disk.good() != null).texts("refused", disk.refused());
    }
    json.end();
  }

  private List<String> rules() {
    List<String> rules = new ArrayList<String>();
    for (Rule rule : Rule.values()) {
      Json json = new Json().text("id", rule.id()).text("stage", policy.stage(rule).label());
      if (control != null && control.policy().overrides().has("rule." + rule.id())) {
        json.flag("set", true);
      } else if (policy.ownStages().containsKey(rule)) {
        json.flag("explicit", true);
      }
      if (policy.isLowered(rule)) {
        json.flag("lowered", true);
      }
      rules.add(json.members());
    }
    return rules;
  }

  private void hooks(Json json) {
    json.begin("hooks").number("woven", engine.hooks().wovenClasses());
    json.number("live", engine.hooks().live()).number("engines", engine.hooks().liveInEngines());
    json.texts("off", engine.hooks().off()).end();
  }

  private void counts(Json json) {
    Journal journal = engine.journal();
    json.begin("counts");
    for (EventKind kind : EventKind.values()) {
      json.number(kind.label(), journal.count(kind));
    }
    for (Verdict verdict : Verdict.values()) {
      json.number(verdict.label(), journal.count(verdict));
    }
    if (judge.profile().recommended() != null) {
      json.number("belowRecommended", journal.belowRecommended());
    }
    json.end();
    json.begin("journal").text("target", journalTarget());
    json.number("written", journal.written()).number("dropped", journal.dropped());
    json.number("errors", journal.errors()).end();
    StuckOutput stuck = journal.stuck();
    if (stuck != null) {
      json.begin("stuck").text("output", stuck.target()).text("since", IsoTime.of(stuck.since()));
      json.number("waiting", stuck.waiting()).text("text", stuck.sentence()).end();
    }
  }

  /** What AWS said to what was sent; absent where it said nothing. */
  private void answers(Json json) {
    AnswerCounts answers = engine.journal().answersIfAny();
    if (answers != null) {
      json.begin("answers").number("answered", answers.answered()).number("seen", answers.seen());
      json.number("disagreed", answers.disagreed());
      numbers(json, "verdicts", answers.byVerdict());
      numbers(json, "unseen", answers.unseen());
      json.end();
    }
    List<String> wrong = engine.activePolicy().distrusted();
    if (!wrong.isEmpty()) {
      json.texts("distrusted", wrong);
    }
  }

  private static void numbers(Json json, String name, Map<String, Long> numbers) {
    json.begin(name);
    for (Map.Entry<String, Long> one : numbers.entrySet()) {
      json.number(one.getKey(), one.getValue());
    }
    json.end();
  }

  /** A path as it is, without what stands for the process id. */
  private String journalTarget() {
    String target = engine.options().get(Option.JOURNAL);
    return target.indexOf("%p") < 0 ? target : Journal.path(target);
  }

  private List<String> exceptions() {
    PolicyUsage usage = engine.activePolicy().usage();
    long now = System.currentTimeMillis();
    List<String> all = new ArrayList<String>();
    for (PolicyException entry : policy.exceptions()) {
      long used = usage.used(entry.id());
      Json json = new Json().text("id", entry.id()).text("owner", entry.owner());
      json.text("expires", entry.expires()).text("state", entry.state(now));
      all.add(json.number("used", used).flag("unused", used == 0).members());
    }
    return all;
  }

  private void candidate(Json json) {
    if (policy.candidate() != null) {
      PolicyUsage usage = engine.activePolicy().usage();
      json.begin("candidate").text("profile", policy.candidate().profile());
      json.number("newlyBlocked", usage.newlyBlocked());
      json.number("newlyAllowed", usage.newlyAllowed());
      json.number("unchanged", usage.unchanged()).end();
    }
  }

  private void canary(Json json, Canary canary) {
    json.begin("canary").number("percent", policy.canary().percent());
    json.text("unit", policy.canary().unit().label());
    json.number("enforced", canary.enforcedCount()).number("audited", canary.auditedCount());
    json.flag("fuse", canary.fuseBlown());
    List<String> back = new ArrayList<String>();
    for (CanaryChange change : canary.takenBack()) {
      Json one = new Json().text("rule", change.rule() == null ? null : change.rule().id());
      one.text("destination", change.destination()).text("time", IsoTime.of(change.time()));
      back.add(one.text("reason", change.reason()).members());
    }
    json.objects("rolledBack", back).end();
  }
}
