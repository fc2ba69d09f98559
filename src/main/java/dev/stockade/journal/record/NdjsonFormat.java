package dev.stockade.journal.record;

import static dev.stockade.journal.record.RecordFields.CLOUD;
import static dev.stockade.journal.record.RecordFields.COUNT;
import static dev.stockade.journal.record.RecordFields.COUNTS;
import static dev.stockade.journal.record.RecordFields.DIGEST;
import static dev.stockade.journal.record.RecordFields.FIRST;
import static dev.stockade.journal.record.RecordFields.KIND;
import static dev.stockade.journal.record.RecordFields.LAST;
import static dev.stockade.journal.record.RecordFields.MODE;
import static dev.stockade.journal.record.RecordFields.PID;
import static dev.stockade.journal.record.RecordFields.POLICY;
import static dev.stockade.journal.record.RecordFields.PREV;
import static dev.stockade.journal.record.RecordFields.PROCESS;
import static dev.stockade.journal.record.RecordFields.PROFILE;
import static dev.stockade.journal.record.RecordFields.RUNTIME;
import static dev.stockade.journal.record.RecordFields.SEQ;
import static dev.stockade.journal.record.RecordFields.SERVICE;
import static dev.stockade.journal.record.RecordFields.STOCKADE;
import static dev.stockade.journal.record.RecordFields.TIME;

import dev.stockade.base.IsoTime;
import dev.stockade.base.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One JSON object a line, in UTF-8 (NDJSON): the frame around {@link NdjsonFacts}. */
final class NdjsonFormat implements RecordFormat {
  /** Characters of a name of this process. */
  private static final int MAX_NAME = 128;

  @Override
  public byte[] encode(
      JournalRecord record, long seq, PolicyStamp stamp, RecordedProcess process, String prev) {
    Json json = new Json().text(TIME, IsoTime.of(record.time)).text(KIND, record.kind.label());
    json.number(SEQ, seq).text(MODE, stamp.mode());
    json.members(NdjsonFacts.of(record));
    json.begin(POLICY).text(PROFILE, stamp.profile()).text(DIGEST, stamp.digest()).end();
    json.members(process(process));
    json.members(texts(RUNTIME, record.runtime)).members(texts(CLOUD, record.cloud));
    counts(json, record);
    json.text(PREV, prev);
    return ("{" + json.members() + "}\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String process(RecordedProcess process) {
    Json json = new Json(MAX_NAME).text(SERVICE, process.service);
    json.text(RecordFields.INSTANCE, process.instance).number(PID, process.pid);
    return json.text(PROCESS, process.process).text(STOCKADE, process.version).members();
  }

  /** An object; nothing where it is empty. */
  private static String texts(String name, Map<String, String> members) {
    Json json = new Json(MAX_NAME).begin(name);
    for (Map.Entry<String, String> member : members.entrySet()) {
      json.text(member.getKey(), member.getValue());
    }
    return json.end().members();
  }

  private static void counts(Json json, JournalRecord record) {
    if (record.count > 0) {
      json.number(COUNT, record.count);
    }
    if (record.isRepeat) {
      json.text(FIRST, IsoTime.of(record.first)).text(LAST, IsoTime.of(record.last));
    }
    if (!record.counts.isEmpty()) {
      json.begin(COUNTS);
      for (Map.Entry<String, Long> member : record.counts.entrySet()) {
        json.number(member.getKey(), member.getValue());
      }
      json.end();
    }
  }
}
