package dev.stockade.fleet.sql;

import dev.stockade.cli.command.CommandFailure;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** Values for what questions leave open, all of them checked. Immutable. */
public final class Parameters {
  private final Map<Parameter, String> values;

  private Parameters(Map<Parameter, String> values) {
    this.values = values;
  }

  /**
   * The days up to {@code today} and the standard numbers, but for what is given.
   *
   * @param given values as a person wrote them; those that are null count as not given
   * @throws CommandFailure naming the value that is not of its form
   */
  public static Parameters of(Map<Parameter, String> given, LocalDate today) {
    String last = given.get(Parameter.TO);
    LocalDate to = last == null ? today : LocalDate.parse(Parameter.TO.checked(last));
    Map<Parameter, String> values = new EnumMap<>(Parameter.class);
    for (Parameter parameter : Parameter.values()) {
      String value = given.get(parameter);
      values.put(parameter, value == null ? parameter.standard(to) : parameter.checked(value));
    }
    if (values.get(Parameter.FROM).compareTo(values.get(Parameter.TO)) > 0) {
      throw CommandFailure.usage(
          "--from " + values.get(Parameter.FROM) + " is after --to " + values.get(Parameter.TO));
    }
    return new Parameters(values);
  }

  /** From one day to another, both included, and the standard numbers. */
  public static Parameters between(LocalDate from, LocalDate to) {
    return of(Map.of(Parameter.FROM, from.toString(), Parameter.TO, to.toString()), to);
  }

  public String get(Parameter parameter) {
    return values.get(parameter);
  }

  /** The text with each {@code ${name}} replaced by its value. */
  String putInto(String sql) {
    String text = sql;
    for (Map.Entry<Parameter, String> value : values.entrySet()) {
      text = text.replace("${" + value.getKey().label() + "}", value.getValue());
    }
    return text;
  }
}
