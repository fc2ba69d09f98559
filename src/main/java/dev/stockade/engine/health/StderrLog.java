package dev.stockade.engine.health;

import dev.stockade.policy.rule.Verdict;
import org.slf4j.Logger;
import org.slf4j.simple.SimpleLoggerFactory;

/**
 * Lines on stderr, by slf4j-simple. Its classes load with the first line that the level lets
 * through, so a quiet program pays nothing.
 *
 * <p>The factory is made directly and not through LoggerFactory, whose service look-up would search
 * the host's class path.
 */
public final class StderrLog {
  private static final String[] LEVELS = {"error", "warn", "info", "debug"};

  private volatile int level;
  private Logger logger;

  /**
   * @param level one of the values of the option {@code log}
   */
  public StderrLog(String level) {
    level(level);
  }

  public void level(String level) {
    int at = 1;
    for (int i = 0; i < LEVELS.length; i++) {
      at = LEVELS[i].equals(level) ? i : at;
    }
    this.level = at;
  }

  /** As the option {@code log} has it. */
  public String level() {
    return LEVELS[level];
  }

  public void log(Verdict verdict, String line) {
    switch (verdict) {
      case VIOLATION:
      case WARN:
        warn(line);
        break;
      case NOTE:
        info(line);
        break;
      default:
        debug(line);
    }
  }

  public void error(String line) {
    logger().error(line);
  }

  public void warn(String line) {
    if (level >= 1) {
      logger().warn(line);
    }
  }

  public void info(String line) {
    if (level >= 2) {
      logger().info(line);
    }
  }

  void debug(String line) {
    if (level >= 3) {
      logger().debug(line);
    }
  }

  /** slf4j-simple reads its settings through the context loader: for that moment it is ours. */
  private synchronized Logger logger() {
    if (logger == null) {
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(StderrLog.class.getClassLoader());
      try {
        logger = new SimpleLoggerFactory().getLogger("stockade");
      } finally {
        thread.setContextClassLoader(before);
      }
    }
    return logger;
  }
}
