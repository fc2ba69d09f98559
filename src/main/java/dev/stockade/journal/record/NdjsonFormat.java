package dev.stockade.journal.record;

import dev.stockade.base.IsoTime;
import dev.stockade.base.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One JSON object a line, in UTF-8 (NDJSON): the frame around {@link NdjsonFacts}. */
final class NdjsonFormat implements RecordFormat {
  /** Characters of a name of this process. */
  private static final int LONGEST_NAME = 128;

  @Override
  public byte[] encode(
      JournalRecord record, long seq, PolicyStamp stamp, RecordedProcess process, String prev) {
    Json json = new Json().text("time", IsoTime.of(record.time)).text("kind", record.kind.label());
    json.number("seq", seq).text("mode", stamp.mode());
    json.members(NdjsonFacts.of(record));
    json.begin("policy").text("profile", stamp.profile()).text("digest", stamp.digest()).end();
    json.members(process(process)).members(runtime(record));
    counts(json, record);
    json.text("prev", prev);
    return ("{" + json.members() + "}\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String process(RecordedProcess process) {
    Json json = new Json(LONGEST_NAME).text("service", process.service);
    return json.text("instance", process.instance).number("pid", process.pid).members();
  }

  private static String runtime(JournalRecord record) {
    if (record.runtime.isEmpty()) {
      return "";
    }
    Json json = new Json(LONGEST_NAME).begin("runtime");
    for (Map.Entry<String, String> member : record.runtime.entrySet()) {
      json.text(member.getKey(), member.getValue());
    }
    return json.end().members();
  }

  private static void counts(Json json, JournalRecord record) {
    if (record.count > 0) {
      json.number("count", record.count);
    }
    if (record.isRepeat) {
      json.text("first", IsoTime.of(record.first)).text("last", IsoTime.of(record.last));
    }
    if (!record.counts.isEmpty()) {
      json.begin("counts");
      for (Map.Entry<String, Long> member : record.counts.entrySet()) {
        json.number(member.getKey(), member.getValue());
      }
      json.end();
    }
  }
}
