package dev.stockade.library;

import dev.stockade.enforce.Enforcement;
import dev.stockade.engine.health.InternalErrors;
import dev.stockade.engine.hooks.InstalledHooks;
import dev.stockade.gate.StockadeGate;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventSink;
import dev.stockade.journal.Journal;
import dev.stockade.journal.JournalOwner;
import dev.stockade.journal.JournalSettings;
import dev.stockade.journal.PeriodicCheck;
import dev.stockade.journal.SinkContext;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.rule.Mode;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.Profiles;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A library in this JVM as it is under the agent: woven in memory, with all rows, guards, handlers,
 * policy and journal behind it. Only the agent is missing, so classes of the JDK are not woven. One
 * at a time, since there is one gate.
 */
public final class LibraryTestKit implements AutoCloseable {
  private final InternalErrors errors = new InternalErrors();
  private final List<Event> events = Collections.synchronizedList(new ArrayList<>());
  private final HookRows rows = new HookRows(null);
  private final Journal journal;
  private final InstalledHooks hooks;
  private final Mode mode;

  public LibraryTestKit(Mode mode) {
    this(mode, null);
  }

  /**
   * @param owner of the journal; null for one that keeps all {@link #events()}
   */
  LibraryTestKit(Mode mode, JournalOwner owner) {
    this.mode = mode;
    this.journal = new Journal(owner == null ? new Owner() : owner);
    String name = mode.name().toLowerCase(Locale.ROOT);
    ActivePolicy activePolicy = new ActivePolicy(name, Profiles.DEFAULT, 0, "orders", "host-1");
    new LibraryCatalog(new Enforcement(activePolicy, journal, rows, null)).addAll(rows);
    hooks = new InstalledHooks(rows, new NoRows(), (value, loads) -> value, null, errors, null);
    hooks.swapIn();
  }

  /**
   * Makes a program that uses the library, and sees its woven classes.
   *
   * @param type with a constructor without parameters; with the class around it it is made anew,
   *     its interface is not
   * @param packages of the library, each with a dot at its end
   */
  public <T> T program(Class<? extends T> type, String... packages) throws Exception {
    String around = type.getNestHost().getName();
    List<String> prefixes = Stream.concat(Stream.of(around), Stream.of(packages)).toList();
    ClassLoader loader = new WovenLoader(prefixes, hooks.transformer());
    Constructor<?> constructor = loader.loadClass(type.getName()).getDeclaredConstructor();
    constructor.setAccessible(true);
    @SuppressWarnings("unchecked") // the interface is the parent's
    T program = (T) constructor.newInstance();
    return program;
  }

  /**
   * The index in the gate of the first hook of a method.
   *
   * @param method such as {@code HandshakeContext.<init>}
   */
  int hook(String method) {
    for (int i = 0; i < rows.hooks().size(); i++) {
      if (rows.hooks().get(i).toString().equals(method)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no hook in " + method);
  }

  Journal journal() {
    return journal;
  }

  /** Hooks whose method was met, so far. */
  public int live() {
    return hooks.live();
  }

  /** What was recorded, at the end: the journal is closed. */
  public List<Event> events() {
    journal.close();
    return List.copyOf(events);
  }

  /** Errors that the guards kept from the library. */
  public long internalErrors() {
    return errors.internalErrors() + errors.ofTheHost();
  }

  @Override
  public void close() {
    StockadeGate.targets = null;
    journal.close();
  }

  private static final class NoRows implements HookSource {
    @Override
    public void addTo(HookRows rows) {}

    @Override
    public HookHandler handler(int number) {
      throw new IllegalArgumentException("no handler has number " + number);
    }
  }

  private final class Owner implements JournalOwner {
    @Override
    public JournalSettings settings() {
      return new JournalSettings(mode.name()).summary(false);
    }

    @Override
    public List<EventSink> sinks(SinkContext context) {
      return List.of(
          new EventSink() {
            @Override
            public void take(Event event) {
              events.add(event);
            }

            @Override
            public void again(Event event, long count, long first, long last) {
              for (long i = 0; i < count; i++) {
                events.add(event);
              }
            }

            @Override
            public void close() {}
          });
    }

    @Override
    public Map<String, Object> shared() {
      return new ConcurrentHashMap<>();
    }

    @Override
    public PeriodicCheck periodicCheck() {
      return null;
    }

    @Override
    public void log(Verdict level, String line) {}

    @Override
    public long internalErrors() {
      return errors.internalErrors();
    }
  }
}
