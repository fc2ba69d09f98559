package dev.stockade.journal.record;

import dev.stockade.base.ProcessNames;
import dev.stockade.base.RandomName;
import dev.stockade.journal.JournalSettings;
import dev.stockade.journal.SinkContext;
import java.util.Map;

/** The names of this process in its records; not known before the first of them is written. */
final class RecordedProcess {
  private static final String PROCESS = "process";

  final String service;
  final String instance;
  final long pid = ProcessNames.pid();

  /** 16 hexadecimal digits, random, the same for all engines of this JVM. */
  final String process;

  /** Of the engine that writes; null where it is not known. */
  final String version;

  RecordedProcess(SinkContext context) {
    JournalSettings settings = context.settings();
    process = process(context.shared());
    version = settings.version();
    service = settings.service();
    instance = settings.instance() == null ? ProcessNames.host() : settings.instance();
  }

  private static String process(Map<String, Object> shared) {
    Object known = shared.get(PROCESS);
    if (!(known instanceof String)) {
      String next = RandomName.next();
      known = shared.putIfAbsent(PROCESS, next);
      return known instanceof String ? (String) known : next;
    }
    return (String) known;
  }
}
