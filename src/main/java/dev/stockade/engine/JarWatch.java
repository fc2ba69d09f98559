package dev.stockade.engine;

import dev.stockade.journal.Event;
import dev.stockade.journal.Patrol;
import dev.stockade.policy.Finding;
import dev.stockade.policy.InForce;
import dev.stockade.policy.Rule;
import dev.stockade.policy.Stage;
import dev.stockade.policy.Verdict;
import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.util.function.Consumer;

/**
 * Looks whether stockade.jar is still the file that this engine was read from, by length and time:
 * reading its bytes each minute would cost more than it tells. The running engine is in memory;
 * what changed is what the next start loads.
 */
final class JarWatch implements Patrol {
  private final InForce inForce;
  private final File jar;
  private long length;
  private long modified;

  private JarWatch(InForce inForce, File jar, long since) {
    this.inForce = inForce;
    this.jar = jar;
    this.length = jar.length();
    // Written after the start, before anybody looked: that is a change, too.
    this.modified = Math.min(jar.lastModified(), since);
  }

  /** Null where nobody knows the jar. */
  static Patrol of(InForce inForce, long since) {
    CodeSource source = JarWatch.class.getProtectionDomain().getCodeSource();
    File jar = source == null ? null : file(source.getLocation());
    return jar == null || !jar.isFile() ? null : new JarWatch(inForce, jar, since);
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
    if (inForce.judge().policy().stage(Rule.TAMPER_JAR) != Stage.OFF) {
      String what = newModified == 0 ? " was removed" : " changed on disk";
      Finding finding =
          Finding.of(Verdict.WARN, Rule.TAMPER_JAR, jar + what + " since it was loaded");
      found.accept(Event.ofTampering(System.currentTimeMillis(), finding, null));
    }
  }

  private static File file(URL url) {
    try {
      return "file".equals(url.getProtocol()) ? new File(url.toURI()) : null;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }
}
