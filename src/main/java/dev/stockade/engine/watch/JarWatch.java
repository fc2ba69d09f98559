package dev.stockade.engine.watch;

import dev.stockade.enforce.TamperRecords;
import dev.stockade.journal.Event;
import dev.stockade.journal.PeriodicCheck;
import dev.stockade.policy.rule.Rule;
import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.util.function.Consumer;

/**
 * Checks whether stockade.jar is still the file that this engine was read from, by length and time:
 * reading its bytes each minute would cost more than it is worth. The running engine is in memory;
 * what changed is what the next start loads.
 */
final class JarWatch implements PeriodicCheck {
  private final TamperRecords records;
  private final File jar;
  private long length;
  private long modified;

  private JarWatch(TamperRecords records, File jar, long since) {
    this.records = records;
    this.jar = jar;
    this.length = jar.length();
    long modified = jar.lastModified();
    // Written after the start, before the first check: that is a change, too. A time in the future
    // comes from another machine's clock.
    boolean isLater = modified > since && modified <= System.currentTimeMillis();
    this.modified = isLater ? since : modified;
  }

  /** Null where the jar is unknown. */
  static PeriodicCheck of(TamperRecords records, long since) {
    CodeSource source = JarWatch.class.getProtectionDomain().getCodeSource();
    File jar = source == null ? null : file(source.getLocation());
    return jar == null || !jar.isFile() ? null : new JarWatch(records, jar, since);
  }

  @Override
  public void look(Consumer<Event> found) {
    long newLength = jar.length();
    long newModified = jar.lastModified();
    if (newLength == length && newModified == modified) {
      return;
    }
    length = newLength;
    modified = newModified;
    String what = newModified == 0 ? " was removed" : " changed on disk";
    records.tell(Rule.TAMPER_JAR, jar + what + " since it was loaded", found);
  }

  private static File file(URL url) {
    try {
      return "file".equals(url.getProtocol()) ? new File(url.toURI()) : null;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }
}
