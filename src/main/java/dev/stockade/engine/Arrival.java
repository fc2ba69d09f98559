package dev.stockade.engine;

import dev.stockade.base.Json;
import dev.stockade.base.JvmProperties;
import dev.stockade.base.Version;
import dev.stockade.base.Versions;
import dev.stockade.engine.control.Announcement;
import dev.stockade.engine.control.CommandReplies;
import dev.stockade.engine.control.Heritage;
import dev.stockade.engine.files.PolicyOnDisk;
import dev.stockade.engine.health.StderrLog;
import dev.stockade.engine.options.KillSwitch;
import dev.stockade.engine.options.Option;
import dev.stockade.engine.options.Options;
import dev.stockade.engine.options.Reachable;
import dev.stockade.engine.options.Words;
import java.io.Closeable;
import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * An engine that comes while the program runs, perhaps over another one. Nothing of what runs is
 * lost by it but what its argument names, and what it cannot do as asked it does not do at all.
 */
final class Arrival {
  private static final List<Option> CHECKED = Arrays.asList(Option.JOURNAL, Option.KILL_FILE);

  private final Words words;
  private Heritage heritage;
  private Options options;

  private Arrival(Words words) {
    this.words = words;
  }

  /**
   * @throws IllegalStateException in one sentence why not; then nothing has changed
   */
  static Closeable start(String agentArgument, Instrumentation instrumentation) {
    Words words = Words.of(agentArgument);
    try {
      Arrival arrival = new Arrival(words);
      Engine engine = arrival.install(instrumentation);
      reply(words, engine == null ? arrival.inactive() : told(engine));
      return engine;
    } catch (Throwable error) {
      String why = error.getMessage() == null ? error.toString() : error.getMessage();
      reply(words, new Json().flag("ok", false).text("error", why));
      throw new IllegalStateException(
          error instanceof IllegalStateException ? why : "" + error, error);
    }
  }

  private static void reply(Words words, Json answer) {
    if (words.id() != null) {
      CommandReplies.give(words.id(), answer.members());
    }
  }

  private static Json told(Engine engine) {
    Json json = new Json().flag("ok", true).text("version", Version.current());
    return json.text("mode", engine.state().activePolicy().judge().policy().mode().label());
  }

  /** Why there is no engine though nothing failed. */
  private Json inactive() {
    boolean off = options.get(Option.MODE).equalsIgnoreCase("off");
    String why = off ? "mode=off weaves nothing" : "it stays out of the tools of the JDK";
    String killed =
        off && heritage == null
            ? KillSwitch.sentence(System.getProperties(), System.getenv())
            : null;
    return new Json().flag("ok", true).text("inactive", killed == null ? why : killed);
  }

  private Engine install(Instrumentation instrumentation) throws Exception {
    Heritage before = words.isReset() ? null : Handover.inTheGate();
    checkVersion(instrumentation);
    if (before != null) {
      heritage = before.without(words.options());
      options = Options.inherit(words.rest(), before.given(), before.sources(), before.mode());
    } else {
      options = withoutHeritage(Announcement.properties(instrumentation));
    }
    StderrLog log = new StderrLog(level());
    return Entry.install(options, this, heritage, instrumentation, log);
  }

  private String level() {
    String set = heritage == null ? null : heritage.overrides().get(Option.LOG.key);
    return set == null ? options.get(Option.LOG) : set;
  }

  /**
   * An engine that cannot hand over has reported to the command line what it runs with, or to no
   * one.
   */
  private Options withoutHeritage(Properties properties) {
    Map<String, String> kept = words.kept();
    if (kept.isEmpty() && !words.isReset()) {
      Options read = Options.read(words.rest(), properties, System.getenv());
      read.cameByAttach();
      return read;
    }
    Properties operators = new Properties();
    for (String name : properties.stringPropertyNames()) {
      operators.setProperty(name, properties.getProperty(name));
    }
    operators.remove(JvmProperties.MODE);
    operators.remove(JvmProperties.VERSION);
    if (properties.getProperty(JvmProperties.GIVEN_MODE) != null) {
      operators.setProperty(JvmProperties.MODE, properties.getProperty(JvmProperties.GIVEN_MODE));
    }
    Options read = Options.read(words.isReset() ? words.rest() : null, operators, System.getenv());
    if (words.isReset()) {
      read.cameByAttach();
      return read;
    }
    Map<String, String> given = new LinkedHashMap<String, String>(read.given());
    Map<String, String> sources = new LinkedHashMap<String, String>(read.sources());
    for (Map.Entry<String, String> one : kept.entrySet()) {
      given.put(one.getKey(), one.getValue());
      sources.put(one.getKey(), Options.ATTACH);
    }
    Options all = Options.inherit(words.rest(), given, sources, kept.get(Option.MODE.key));
    letTheFileSayTheMode(all, kept);
    return all;
  }

  /** Who said the mode is not known; where the file says the same, it was the file. */
  private void letTheFileSayTheMode(Options all, Map<String, String> kept) {
    String path = all.get(Option.POLICY);
    if (path == null || words.options().containsKey(Option.MODE.key)) {
      return;
    }
    PolicyOnDisk disk = new PolicyOnDisk(path);
    disk.read();
    String mode = kept.get(Option.MODE.key);
    if (disk.good() != null
        && disk.good().options().containsKey(Option.MODE.key)
        && disk.good().options().get(Option.MODE.key).value().equals(mode)) {
      all.keepModeLoosely();
    }
  }

  private void checkVersion(Instrumentation instrumentation) {
    Heritage before = Handover.inTheGate();
    String version =
        before == null
            ? Announcement.properties(instrumentation).getProperty(JvmProperties.VERSION)
            : before.version();
    if (!words.isDowngrade() && Versions.isOlder(Version.current(), version)) {
      throw new IllegalStateException(Versions.refusal(Version.current(), version));
    }
  }

  /**
   * Before anything is done.
   *
   * @param effective the options with those of the policy file
   * @param disk null where there is no policy file
   * @throws IllegalStateException in one sentence what cannot be done
   */
  void check(Options effective, PolicyOnDisk disk) {
    if (effective.get(Option.MODE).equals("off")) {
      return;
    }
    if (disk != null && disk.error() != null && disk.good() == null) {
      throw new IllegalStateException(disk.error() + "; nothing was attached");
    }
    for (Option option : CHECKED) {
      String path = effective.get(option);
      String before = heritage == null ? null : heritage.effective().get(option.key);
      String problem =
          path == null || path.equals(before) ? null : Reachable.problem(option.key, path);
      if (problem != null) {
        throw new IllegalStateException(problem);
      }
    }
    String kill = effective.get(Option.KILL_FILE);
    if (kill != null && new File(kill).exists()) {
      throw new IllegalStateException(
          "there is the kill file "
              + kill
              + ", which switches Stockade off: remove it first; nothing was attached");
    }
  }
}
