package dev.stockade.policy.rule;

import dev.stockade.base.Limits;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The reason why one rule was offended, or something to know that offends none. Immutable. */
public final class Reason implements Reasons {
  /** The name of the datum that says which object of the program did it, and who set that up. */
  public static final String BY = "by";

  private final Rule rule;
  private final String text;
  private final Map<String, String> data;

  /**
   * @param rule null where no rule is offended
   * @param text one sentence without a full stop
   */
  public Reason(Rule rule, String text) {
    this(rule, text, Collections.<String, String>emptyMap());
  }

  /**
   * @param data what the sentence names, for programs; must not be changed afterwards
   */
  public Reason(Rule rule, String text, Map<String, String> data) {
    this.rule = rule;
    this.text = Limits.cut(text, Limits.REASON);
    this.data = data;
  }

  /** May be null. */
  public Rule rule() {
    return rule;
  }

  public String text() {
    return text;
  }

  /** Mostly empty. */
  public Map<String, String> data() {
    return data;
  }

  @Override
  public List<Reason> reasons() {
    return Collections.singletonList(this);
  }
}
