package dev.stockade.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time as people write it: 90, 60s, 5m, 1h. */
public final class Seconds implements ITypeConverter<Integer> {
  private static final int MAX = 24 * 60 * 60;

  @Override
  public Integer convert(String text) {
    if (text.matches("[0-9]{1,5}[smh]?")) {
      char unit = text.charAt(text.length() - 1);
      int number = Integer.parseInt(text.replaceAll("[smh]", ""));
      int seconds = number * (unit == 'h' ? 3600 : unit == 'm' ? 60 : 1);
      if (seconds > 0 && seconds <= MAX) {
        return seconds;
      }
    }
    throw new TypeConversionException("'" + text + "' is not a time such as 60s or 5m, up to 24h");
  }
}
