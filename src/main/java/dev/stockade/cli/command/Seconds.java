package dev.stockade.cli.command;

import dev.stockade.base.DurationText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time as people write it: 90, 60s, 5m, 1h. */
public final class Seconds implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    long millis = DurationText.millis(text.matches("[0-9]+") ? text + "s" : text);
    if (millis > 0) {
      return (int) (millis / 1_000);
    }
    throw new TypeConversionException("'" + text + "' is not a time such as 60s or 5m, up to 24h");
  }
}
