package dev.stockade.apps;

import java.io.IOException;
import java.util.Properties;
import java.util.TimeZone;

/**
 * Does to the system properties what programs do, one word of standard input after the other:
 * {@code swap} puts in an object of their own, {@code frozen} one that cannot be written to. Then
 * connects as {@link SocketClient} does.
 */
public final class LostProperties {
  private LostProperties() {}

  public static void main(String[] args) throws Exception {
    // Sets user.timezone, and who attaches needs it.
    TimeZone.getDefault();
    Outcome.say("ready 0");
    String way = line();
    System.setProperties(way.equals("frozen") ? new Frozen(own()) : own());
    Outcome.say("lost");
    line();
    SocketClient.main(args);
  }

  private static Properties own() {
    Properties own = new Properties();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (!name.startsWith("stockade.")) {
        own.setProperty(name, System.getProperty(name));
      }
    }
    return own;
  }

  private static String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = System.in.read(); c >= 0 && c != '\n'; c = System.in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  private static final class Frozen extends Properties {
    private static final long serialVersionUID = 1;

    private final boolean full;

    Frozen(Properties content) {
      putAll(content);
      full = true;
    }

    @Override
    public synchronized Object put(Object name, Object value) {
      if (full) {
        throw new UnsupportedOperationException("frozen");
      }
      return super.put(name, value);
    }

    @Override
    public synchronized Object remove(Object name) {
      throw new UnsupportedOperationException("frozen");
    }
  }
}
