package dev.stockade.policy.clause;

import java.util.LinkedHashMap;
import java.util.Map;

/** A clause of a standard. Immutable. */
public final class Clause {
  private final String standard;
  private final String number;
  private final String title;

  Clause(String standard, String number, String title) {
    this.standard = standard;
    this.number = number;
    this.title = title;
  }

  /** With its edition, such as {@code PCI DSS 4.0.1}. */
  public String standard() {
    return standard;
  }

  /** Such as {@code 4.2.1} or {@code SC-8(1)}. */
  public String number() {
    return number;
  }

  public String title() {
    return title;
  }

  /** For programs. */
  public Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("standard", standard);
    members.put("clause", number);
    members.put("title", title);
    return members;
  }

  /** Such as {@code PCI DSS 4.0.1, 4.2.1}. */
  @Override
  public String toString() {
    return standard + ", " + number;
  }
}
