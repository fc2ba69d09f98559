package dev.stockade.cli.follow.metric;

import dev.stockade.cli.command.JsonView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A source as a checkpoint has it. */
final class SavedSource {
  private SavedSource() {}

  static Map<String, Object> members(MetricSource source) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("service", source.service);
    members.put("instance", source.instance);
    members.put("version", source.version);
    members.put("mode", source.mode);
    members.put("profile", source.profile);
    members.put("first", source.first);
    members.put("last", source.last);
    List<Object> all = new ArrayList<>();
    for (MetricFamily family : MetricFamily.values()) {
      for (MetricSource.Series series : source.series(family)) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", family.otelName());
        one.put("values", series.values);
        one.put("count", series.count);
        all.add(one);
      }
    }
    members.put("series", all);
    return members;
  }

  static void restore(JsonView saved, MetricSource source) {
    source.version = text(saved, "version");
    source.mode = text(saved, "mode");
    source.profile = text(saved, "profile");
    source.first = saved.whole("first");
    source.last = saved.whole("last");
    for (JsonView series : saved.each("series")) {
      MetricFamily family = MetricFamily.named(series.text("name"));
      List<String> values = series.texts("values");
      if (family != null && values.size() == family.width()) {
        source.add(family, series.whole("count"), values.toArray(new String[0]));
      }
    }
  }

  private static String text(JsonView saved, String name) {
    return saved.has(name) ? saved.text(name) : "";
  }
}
