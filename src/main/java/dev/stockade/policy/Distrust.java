package dev.stockade.policy;

import dev.stockade.policy.aws.AnswerReason;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules that were seen wrong about a service in this process: AWS accepted what they say it
 * refuses. For that service they are reported only, in every mode, until an operator sets the rule
 * again. Thread-safe; reading takes no lock.
 */
public final class Distrust {
  /** A program calls few services; one that is not known goes by its host. */
  private static final int MAX_SERVICES = 256;

  private final Map<Rule, Set<String>> wrong = new EnumMap<>(Rule.class);

  /** Rule and service, with a blank between; replaced as a whole. */
  private volatile List<String> all = Collections.emptyList();

  Distrust() {}

  /** Where there is no room for a service more, it is not added: its record has told. */
  void add(Rule rule, String service) {
    if (!isWrong(rule, service)) {
      addNew(rule, service);
    }
  }

  private synchronized void addNew(Rule rule, String service) {
    Set<String> services = wrong.computeIfAbsent(rule, none -> new TreeSet<>());
    if (services.size() < MAX_SERVICES) {
      services.add(service);
      publish();
    }
  }

  /** The operator sets the rule again. */
  synchronized void clear(Rule rule) {
    wrong.remove(rule);
    publish();
  }

  private void publish() {
    List<String> names = new ArrayList<>();
    wrong.forEach((rule, services) -> services.forEach(one -> names.add(rule.id() + " " + one)));
    all = Collections.unmodifiableList(names);
  }

  /** Rule and service, with a blank between. */
  public List<String> all() {
    return all;
  }

  private boolean isWrong(Rule rule, String service) {
    return all.contains(rule.id() + " " + service);
  }

  /** The same demands, of which those are not enforced that are wrong about this request. */
  EffectivePolicy without(EffectivePolicy effective, AwsFacts facts) {
    if (all.isEmpty() || !effective.enforce()) {
      return effective;
    }
    Rule rule = facts.signature() == null ? null : facts.signature().rule();
    if (rule == null || !isWrong(rule, AnswerReason.serviceOf(facts))) {
      return effective;
    }
    EnumSet<Rule> left = EnumSet.copyOf(effective.enforced());
    return !left.remove(rule) ? effective : effective.enforcing(left);
  }
}
