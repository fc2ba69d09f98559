package dev.stockade.policy.file;

import dev.stockade.policy.Policy;
import dev.stockade.policy.canary.CanarySettings;
import dev.stockade.policy.rule.Mode;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Stage;
import dev.stockade.policy.tls.Profile;
import dev.stockade.policy.tls.Profiles;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The contents of a policy file as a whole. Immutable. */
final class Contents {
  /** Of a file that says nothing, or nothing that can be used. */
  static final Contents NONE =
      new Contents(
          Collections.<String, Setting>emptyMap(),
          Collections.<String, Profile>emptyMap(),
          Statements.SILENT,
          CanarySettings.DEFAULT,
          null);

  private final Map<String, Setting> options;
  private final Map<String, Profile> profiles;
  private final Statements statements;
  private final CanarySettings canary;
  private final Statements candidate;

  private Contents(
      Map<String, Setting> options,
      Map<String, Profile> profiles,
      Statements statements,
      CanarySettings canary,
      Statements candidate) {
    this.options = Collections.unmodifiableMap(options);
    this.profiles = profiles;
    this.statements = statements;
    this.canary = canary;
    this.candidate = candidate;
  }

  /**
   * @param now milliseconds since the epoch
   */
  static Contents read(byte[] text, long now, Problems problems) {
    Node node = new Yaml(problems).read(text);
    if (node == null) {
      if (!problems.hasError() && new String(text, StandardCharsets.UTF_8).trim().isEmpty()) {
        problems.warning(
            1, "the file is empty, which no process takes; 'mode: audit' has nothing enforced");
      }
      return NONE;
    }
    Value whole = new Value("", Value.lineOf(node), node, problems);
    if (!whole.isSection() && !Tag.NULL.equals(node.getTag())) {
      problems.error(
          whole.line(), "a policy file is a mapping of keys to values, not " + Wording.kind(node));
      return NONE;
    }
    Section file = whole.section(Keys.FILE);
    Map<String, Profile> own = new ProfileList(problems).read(file.value("profiles"));
    Statements statements = Statements.read(file, Statements.SILENT, own, now, problems);
    Map<String, Setting> options = OptionReader.read(file, statements.profile());
    CanarySettings canary = new CanaryReader(problems).read(file, options);
    Section candidate = file.value("candidate").section(Keys.CANDIDATE);
    Statements candidateStatements =
        candidate == null || candidate.values().isEmpty()
            ? null
            : Statements.read(candidate, statements, own, now, problems);
    Contents contents = new Contents(options, own, statements, canary, candidateStatements);
    contents.compareWithMode(file, problems);
    return contents;
  }

  Map<String, Setting> options() {
    return options;
  }

  /** Those that the file defines, by id. */
  Map<String, Profile> profiles() {
    return profiles;
  }

  /** Leaves mode and profile as they are. */
  void applyTo(Policy.Builder policy) {
    policy.ownProfiles(profiles);
    statements.applyTo(policy);
    policy.canary(canary);
    if (candidate != null) {
      Policy.Builder other = policy.copy().mode(Mode.ENFORCE);
      if (candidate.profile() != null) {
        other.profile(candidate.profile());
      }
      candidate.applyTo(other);
      policy.candidate(other.build());
    }
  }

  /** What is about TLS is then audited at most, which a mode or stage in the file contradicts. */
  private void tellOfReportOnly(String mode, Problems problems) {
    Setting profile = options.get("profile");
    if (profile == null || !isReportOnly(profile.value())) {
      return;
    }
    boolean asks = mode.equals("enforce") || mode.equals("canary");
    for (Map.Entry<Rule, Stage> own : statements.stages().entrySet()) {
      asks |= own.getKey().isAboutTls() && own.getValue().compareTo(Stage.AUDIT) > 0;
    }
    if (asks) {
      problems.warning(
          profile.line(),
          "the profile "
              + profile.value()
              + " is report only: rules about TLS are audited, whatever mode and stages say");
    }
  }

  private boolean isReportOnly(String id) {
    Profile own = profiles.get(id);
    return own != null ? own.isReportOnly() : Profiles.isReportOnly(id);
  }

  private void compareWithMode(Section file, Problems problems) {
    Setting mode = options.get("mode");
    String written = mode == null ? "" : mode.value();
    tellOfReportOnly(written, problems);
    if (written.equals("audit")) {
      for (Map.Entry<Rule, Stage> own : statements.stages().entrySet()) {
        warnOfLoweredStage(file.value("rules"), own.getKey().id(), own.getValue(), problems);
      }
    }
    Value canary = file.value("canary");
    boolean unclear = mode == null && file.value("mode").isPresent();
    if (!canary.isNothing()
        && !unclear
        && !written.equals("canary")
        && !statements.stages().containsValue(Stage.CANARY)) {
      problems.warning(
          canary.keyLine(),
          "canary has no effect: neither is the mode canary here, nor has a rule the stage canary");
    }
  }

  private static void warnOfLoweredStage(Value rules, String id, Stage stage, Problems problems) {
    if (stage.compareTo(Stage.AUDIT) > 0) {
      int line = rules.section(null).value(id).line();
      problems.warning(
          line,
          "the rule '"
              + id
              + "' is only audited: mode: audit stands above its stage "
              + stage.label());
    }
  }
}
