package dev.stockade.journal.record;

import dev.stockade.base.ProcessNames;
import dev.stockade.journal.JournalSettings;

/** The names of this process in its records; not known before the first of them is written. */
final class RecordedProcess {
  final String service;
  final String instance;
  final long pid = ProcessNames.pid();

  RecordedProcess(JournalSettings settings) {
    service = settings.service();
    instance = settings.instance() == null ? ProcessNames.host() : settings.instance();
  }
}
