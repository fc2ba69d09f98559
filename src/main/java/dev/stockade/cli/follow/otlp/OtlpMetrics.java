package dev.stockade.cli.follow.otlp;

import dev.stockade.cli.command.JsonText;
import dev.stockade.cli.export.OtlpAttributes;
import dev.stockade.cli.export.OtlpRecord;
import dev.stockade.cli.export.OtlpValues;
import dev.stockade.cli.follow.metric.MetricFamily;
import dev.stockade.cli.follow.metric.MetricSource;
import dev.stockade.cli.follow.metric.Metrics;
import dev.stockade.cli.follow.metric.OwnMetric;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counters as one request of metrics (ExportMetricsServiceRequest): sums since their start. */
public final class OtlpMetrics implements Metrics.MetricsForm {
  private static final int CUMULATIVE = 2;

  private final long now;

  /**
   * @param now milliseconds since the epoch
   */
  public OtlpMetrics(long now) {
    this.now = now;
  }

  @Override
  public String render(Collection<MetricSource> sources, Map<OwnMetric, Long> own) {
    List<Object> resources = new ArrayList<>();
    for (MetricSource source : sources) {
      List<Object> metrics = new ArrayList<>();
      for (MetricFamily family : MetricFamily.values()) {
        if (!source.series(family).isEmpty()) {
          metrics.add(metric(family, source));
        }
      }
      if (!metrics.isEmpty()) {
        Map<String, Object> scope = new LinkedHashMap<>();
        scope.put("scope", OtlpRecord.scope(source.version));
        scope.put("metrics", metrics);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(
            "resource", OtlpRecord.resource(source.service, source.instance, source.version));
        members.put("scopeMetrics", Collections.singletonList(scope));
        resources.add(members);
      }
    }
    return JsonText.of(Collections.singletonMap("resourceMetrics", resources));
  }

  private Map<String, Object> metric(MetricFamily family, MetricSource source) {
    List<Object> points = new ArrayList<>();
    for (MetricSource.Series series : source.series(family)) {
      OtlpAttributes attributes = new OtlpAttributes();
      for (int i = 0; i < family.width(); i++) {
        String value = series.values.get(i);
        attributes.put(family.attribute(i), value == null || value.isEmpty() ? null : value);
      }
      Map<String, Object> point = new LinkedHashMap<>();
      point.put("attributes", attributes.list());
      point.put("startTimeUnixNano", OtlpValues.nanos(Math.min(source.first, now)));
      point.put("timeUnixNano", OtlpValues.nanos(now));
      point.put("asInt", String.valueOf(series.count));
      points.add(point);
    }
    Map<String, Object> sum = new LinkedHashMap<>();
    sum.put("dataPoints", points);
    sum.put("aggregationTemporality", CUMULATIVE);
    sum.put("isMonotonic", true);
    Map<String, Object> metric = new LinkedHashMap<>();
    metric.put("name", family.otelName());
    metric.put("description", family.help());
    metric.put("unit", family.unit());
    metric.put("sum", sum);
    return metric;
  }
}
