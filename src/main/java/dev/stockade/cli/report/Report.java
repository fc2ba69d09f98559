package dev.stockade.cli.report;

import dev.stockade.cli.journal.Input;
import dev.stockade.policy.Policy;
import dev.stockade.policy.PolicyException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a report says, whatever the form: the decision, then the answers in their order. */
public final class Report {
  final Gathering gathered;
  final Input journals;
  final Advice advice;

  /** The policy that was asked; null for what the records say. */
  final Policy policy;

  /** In the order in which they are read; more may be put between. */
  public final List<Section> sections = new ArrayList<>();

  /**
   * @param fixes of docs/rules.md
   * @param maxRows of a table
   * @param now milliseconds since the epoch, by which certificates end
   */
  Report(
      Gathering gathered,
      Input journals,
      Needs needs,
      Policy policy,
      Fixes fixes,
      int maxRows,
      long now) {
    this(
        gathered,
        journals,
        needs,
        policy,
        policy == null ? null : policy.exceptions(),
        service -> null,
        fixes,
        maxRows,
        maxRows,
        now);
  }

  private Report(
      Gathering gathered,
      Input journals,
      Needs needs,
      Policy policy,
      List<PolicyException> exceptions,
      UnaryOperator<String> owners,
      Fixes fixes,
      int maxRows,
      int otherRows,
      long now) {
    this.gathered = gathered;
    this.journals = journals;
    this.policy = policy;
    this.advice = new Advice(gathered, journals, needs);
    for (FoundFault fault : gathered.faults.all()) {
      String owner = Excuses.owner(exceptions, fault.exception);
      fault.owner = owner == null ? owners.apply(fault.place.service) : owner;
    }
    FaultSections faults = new FaultSections(gathered, fixes, maxRows);
    UseSections use = new UseSections(gathered, otherRows, now);
    AgentSections agents = new AgentSections(gathered, journals, exceptions, otherRows, now);
    sections.add(faults.broken());
    sections.add(faults.others());
    sections.add(use.aws());
    sections.add(use.inUse());
    sections.add(use.certificates());
    sections.add(agents.exceptions());
    sections.add(agents.health());
  }

  /**
   * Of a fleet, by what the records say.
   *
   * @param owners who answers for a service; gives null where that is not known
   * @param maxRows of the tables of findings
   * @param otherRows of the other tables
   */
  public static Report ofFleet(
      Gathering gathered,
      Input input,
      Needs needs,
      UnaryOperator<String> owners,
      Fixes fixes,
      int maxRows,
      int otherRows,
      long now) {
    return new Report(gathered, input, needs, null, null, owners, fixes, maxRows, otherRows, now);
  }

  /** Whether all this may be enforced. */
  public Advice advice() {
    return advice;
  }

  /** Whose profile it is about. */
  String policyName() {
    return policy == null ? "what the records say" : "profile " + policy.profile();
  }
}
