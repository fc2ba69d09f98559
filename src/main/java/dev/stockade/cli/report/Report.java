package dev.stockade.cli.report;

import dev.stockade.cli.journal.Journals;
import dev.stockade.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/** What a report says, whatever the form: the decision, then the answers in their order. */
final class Report {
  final Gathering gathered;
  final Journals journals;
  final Advice advice;

  /** The policy that was asked; null for what the records say. */
  final Policy policy;

  final List<Section> sections = new ArrayList<>();

  /**
   * @param fixes of docs/rules.md
   * @param maxRows of a table
   * @param now milliseconds since the epoch, by which certificates end
   */
  Report(
      Gathering gathered,
      Journals journals,
      Needs needs,
      Policy policy,
      Fixes fixes,
      int maxRows,
      long now) {
    this.gathered = gathered;
    this.journals = journals;
    this.policy = policy;
    this.advice = new Advice(gathered, journals, needs);
    for (FoundFault fault : gathered.faults.all()) {
      if (policy != null && fault.exception != null) {
        fault.owner = Excuses.owner(policy, fault.exception);
      }
    }
    FaultSections faults = new FaultSections(gathered, fixes, maxRows);
    UseSections use = new UseSections(gathered, maxRows, now);
    AgentSections agents = new AgentSections(gathered, journals, policy, maxRows, now);
    sections.add(faults.broken());
    sections.add(faults.others());
    Section clauses = ClauseSection.of(gathered.faults.all(), policy);
    if (clauses != null) {
      sections.add(clauses);
    }
    sections.add(use.aws());
    sections.add(use.inUse());
    sections.add(use.certificates());
    sections.add(agents.exceptions());
    sections.add(agents.health());
  }

  /** Whose profile it is about. */
  String policyName() {
    return policy == null ? "what the records say" : "profile " + policy.profile();
  }
}
