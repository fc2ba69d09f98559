package dev.stockade.cli.follow.metric;

import java.util.Collection;
import java.util.Map;

/** Prometheus' text format 0.0.4, or OpenMetrics 1.0. */
public final class PrometheusText implements Metrics.MetricsForm {
  public static final String TEXT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
  public static final String OPEN_METRICS_TYPE =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";

  private static final String TOTAL = "_total";

  private final boolean open;
  private final StringBuilder out = new StringBuilder();

  /**
   * @param open whether it is OpenMetrics
   */
  public PrometheusText(boolean open) {
    this.open = open;
  }

  @Override
  public String render(Collection<MetricSource> sources, Map<OwnMetric, Long> own) {
    info(sources);
    for (MetricFamily family : MetricFamily.values()) {
      head(family.metric(), true, family.help());
      for (MetricSource source : sources) {
        for (MetricSource.Series series : source.series(family)) {
          out.append(family.metric()).append(TOTAL);
          from(source);
          for (int i = 0; i < family.width(); i++) {
            label(family.label(i), series.values.get(i));
          }
          value(series.count);
        }
      }
    }
    last(sources);
    for (Map.Entry<OwnMetric, Long> one : own.entrySet()) {
      OwnMetric metric = one.getKey();
      head(metric.metric(), metric.isCounter(), metric.help());
      out.append(metric.metric()).append(metric.isCounter() ? TOTAL : "");
      out.append(' ').append(one.getValue()).append('\n');
    }
    if (open) {
      out.append("# EOF\n");
    }
    return out.toString();
  }

  /** Text has no type for it. */
  private void info(Collection<MetricSource> sources) {
    String name = open ? "stockade" : "stockade_info";
    line("TYPE", name, open ? "info" : "gauge");
    line("HELP", name, "Stockade in a process.");
    for (MetricSource source : sources) {
      out.append("stockade_info");
      from(source);
      label("version", source.version);
      label("mode", source.mode);
      label("profile", source.profile);
      value(1);
    }
  }

  private void last(Collection<MetricSource> sources) {
    String name = "stockade_last_record_timestamp_seconds";
    line("TYPE", name, "gauge");
    if (open) {
      line("UNIT", name, "seconds");
    }
    line("HELP", name, "Time of the newest record.");
    for (MetricSource source : sources) {
      out.append(name);
      from(source);
      long millis = source.last % 1_000;
      out.append("} ").append(source.last / 1_000).append('.');
      out.append(millis < 100 ? "0" : "").append(millis < 10 ? "0" : "").append(millis);
      out.append('\n');
    }
  }

  /** Of a counter OpenMetrics names the family, text the sample. */
  private void head(String name, boolean counter, String help) {
    String full = counter && !open ? name + TOTAL : name;
    line("TYPE", full, counter ? "counter" : "gauge");
    line("HELP", full, help);
  }

  private void line(String what, String name, String text) {
    out.append("# ").append(what).append(' ').append(name).append(' ').append(text).append('\n');
  }

  /** The labels of all series, up to the last brace. */
  private void from(MetricSource source) {
    out.append("{service=\"");
    escape(source.service);
    out.append('"');
    label("instance", source.instance);
  }

  private void label(String name, String value) {
    out.append(',').append(name).append("=\"");
    escape(value);
    out.append('"');
  }

  private void value(long value) {
    out.append("} ").append(value).append('\n');
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' || c == '"') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else {
        out.append(c);
      }
    }
  }
}
