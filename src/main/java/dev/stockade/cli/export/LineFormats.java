package dev.stockade.cli.export;

import dev.stockade.journal.format.RecordForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The formats by the words of {@code export --format}. */
public final class LineFormats {
  private final Map<String, Supplier<LineFormat>> formats = new LinkedHashMap<>();

  /**
   * @param flows what flow logs name themselves by
   */
  public LineFormats(FlowNames flows) {
    for (String form : new String[] {"ocsf", "ecs", "emf"}) {
      formats.put(form, () -> shared(RecordForm.named(form)));
    }
    formats.put("otlp", OtlpFormat::new);
    formats.put("flow-log", () -> new FlowLogFormat(flows, false));
    formats.put("flow-log-extended", () -> new FlowLogFormat(flows, true));
    formats.put("csv", CsvFormat::new);
  }

  public Set<String> names() {
    return formats.keySet();
  }

  /** Null where there is none of this name. */
  public LineFormat named(String name) {
    Supplier<LineFormat> format = formats.get(name);
    return format == null ? null : format.get();
  }

  private static LineFormat shared(RecordForm form) {
    return (record, id, losses) -> form.line(record, id);
  }
}
