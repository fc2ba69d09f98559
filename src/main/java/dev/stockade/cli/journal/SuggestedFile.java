package dev.stockade.cli.journal;

import dev.stockade.base.IsoTime;
import dev.stockade.cli.command.YamlText;
import dev.stockade.policy.rule.Direction;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Suggestions as a policy file that only lacks the owners. */
final class SuggestedFile {
  private static final int DAYS = 90;
  private static final int NAMED = 4;

  /** Longer ones are cut in messages. */
  private static final int MAX_ID = 60;

  private final List<String> lines = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final String expires;

  private SuggestedFile(long now) {
    expires =
        Instant.ofEpochMilli(now)
            .atZone(ZoneOffset.UTC)
            .toLocalDate()
            .plus(DAYS, ChronoUnit.DAYS)
            .toString();
  }

  static List<String> of(Suggestions suggestions, Seen seen, long now) {
    SuggestedFile file = new SuggestedFile(now);
    file.lines.add("# Suggested from journals. Fix what can be fixed; for the rest name an owner");
    file.lines.add("# for each exception: policy lint refuses the file until then.");
    file.lines.add(YamlText.comment("Seen: " + seen.sentence() + "."));
    for (String left : suggestions.left()) {
      file.lines.add(YamlText.comment("not covered: " + left));
    }
    if (suggestions.profile() != null) {
      file.lines.add("profile: " + YamlText.quoted(suggestions.profile()));
    }
    file.lines.add(suggestions.groups().isEmpty() ? "exceptions: []" : "exceptions:");
    suggestions.groups().forEach(file::add);
    return file.lines;
  }

  private void add(Evidence evidence) {
    lines.add("  - id: " + YamlText.quoted(id(evidence)));
    lines.add("    match: {" + match(evidence) + "}");
    lines.add("    allow: {" + allow(evidence) + "}");
    lines.add("    owner: TODO");
    lines.add("    reason: " + YamlText.quoted(reason(evidence)));
    lines.add("    expires: " + expires);
  }

  private String id(Evidence evidence) {
    String peer = evidence.host != null ? evidence.host : evidence.ip;
    String name = peer.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    name = name.length() > MAX_ID ? name.substring(0, MAX_ID) : name;
    String port = evidence.port > 0 ? "-" + evidence.port : "";
    String base = (evidence.direction == Direction.IN ? "in-" : "") + name + port;
    String id = base;
    for (int i = 2; !ids.add(id); i++) {
      id = base + "-" + i;
    }
    return id;
  }

  private static String match(Evidence evidence) {
    List<String> parts = new ArrayList<>();
    if (evidence.host != null) {
      parts.add("host: " + YamlText.quoted(evidence.host));
    } else {
      parts.add("cidr: " + YamlText.quoted(evidence.ip));
    }
    if (evidence.port > 0) {
      parts.add("port: " + evidence.port);
    }
    if (evidence.direction != null) {
      parts.add("direction: " + evidence.direction.label());
    }
    if (evidence.services.size() == 1 && !evidence.hasNamelessService) {
      String service = evidence.services.iterator().next();
      boolean glob = service.indexOf('*') >= 0 || service.indexOf('?') >= 0;
      if (!glob && !service.trim().isEmpty() && YamlText.isPlain(service)) {
        parts.add("service: " + YamlText.quoted(ofAnyVersion(service)));
      }
    }
    return String.join(", ", parts);
  }

  /**
   * A service without a configured name is called like its jar: the next release has another name.
   */
  private static String ofAnyVersion(String service) {
    return service.replaceFirst("-\\d[\\w.+-]*\\.([jw]ar)$", "-*.$1");
  }

  private static String allow(Evidence evidence) {
    List<String> parts = new ArrayList<>();
    if (evidence.oldest != null) {
      parts.add("min-version: " + YamlText.quoted(tls(evidence.oldest)));
    }
    if (evidence.lacksForwardSecrecy) {
      parts.add("forward-secrecy: optional");
    }
    if (!evidence.weakSuites.isEmpty()) {
      parts.add("suites: " + YamlText.list(evidence.weakSuites));
    }
    if (!evidence.rules.isEmpty()) {
      List<String> ids = new ArrayList<>();
      evidence.rules.forEach(rule -> ids.add(rule.id()));
      parts.add("rules: " + YamlText.list(ids));
    }
    return String.join(", ", parts);
  }

  /** The version of TLS by which a policy file allows one of DTLS too. */
  private static String tls(String version) {
    return version.equals("DTLSv1.0") ? "TLSv1.1" : version.replaceFirst("^D", "");
  }

  private static String reason(Evidence evidence) {
    List<String> seen = new ArrayList<>(evidence.seen);
    String more = seen.size() > NAMED ? " and " + (seen.size() - NAMED) + " more" : "";
    String what = String.join(", ", seen.subList(0, Math.min(NAMED, seen.size()))) + more;
    return evidence.count
        + (evidence.count == 1 ? " violation" : " violations")
        + " from "
        + IsoTime.of(evidence.first)
        + " to "
        + IsoTime.of(evidence.last)
        + (what.isEmpty() ? "" : " (" + what + ")")
        + ": "
        + (evidence.reason == null ? "no reason recorded" : evidence.reason);
  }
}
