package dev.stockade.fleet.ship;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Bytes as people write them: 512m, 1g. */
final class SpoolSize implements ITypeConverter<Long> {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,6})([mMgG])");
  private static final int GIGA = 30;
  private static final int MEGA = 20;

  @Override
  public Long convert(String text) {
    Matcher size = SIZE.matcher(text);
    if (size.matches()) {
      long number = Long.parseLong(size.group(1));
      long bytes = number << (size.group(2).equalsIgnoreCase("g") ? GIGA : MEGA);
      if (number > 0) {
        return bytes;
      }
    }
    throw new TypeConversionException("'" + text + "' is not a size such as 512m or 1g");
  }
}
