package dev.stockade.policy.file;

import dev.stockade.policy.Policy;
import dev.stockade.policy.PolicyException;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Stage;
import dev.stockade.policy.tls.Profile;
import dev.stockade.policy.tls.Profiles;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The statements that a policy and its candidate may both make; null where they are silent.
 * Immutable.
 */
final class Statements {
  /** Of a file that says nothing. */
  static final Statements SILENT = new Statements(null, null, null, null);

  private final String profile;
  private final Map<Rule, Stage> stages;
  private final List<PolicyException> exceptions;
  private final Boolean endsExpired;

  private Statements(
      String profile,
      Map<Rule, Stage> stages,
      List<PolicyException> exceptions,
      Boolean endsExpired) {
    this.profile = profile;
    this.stages = stages;
    this.exceptions = exceptions;
    this.endsExpired = endsExpired;
  }

  /**
   * @param active what holds where the section is silent
   * @param own the profiles that the file defines, by id
   * @param now milliseconds since the epoch
   */
  static Statements read(
      Section section, Statements active, Map<String, Profile> own, long now, Problems problems) {
    String profile =
        section.value("profile").choice(Choices.profiles(own.keySet()), allowed(own.keySet()));
    Boolean ends = section.value("expired-exceptions").choice(Choices.EXPIRED);
    boolean endsExpired = Boolean.TRUE.equals(ends != null ? ends : active.endsExpired);
    Value list = section.value("exceptions");
    List<PolicyException> exceptions = null;
    if (list.isPresent()) {
      String minimum = minimum(profile != null ? profile : active.profile, own);
      Expiry expiry = new Expiry(now, endsExpired, problems);
      exceptions = new ExceptionList(minimum, expiry, problems).read(list);
    }
    Map<Rule, Stage> stages = new RuleReader(problems).stages(section.value("rules"));
    return new Statements(profile, stages, exceptions, ends);
  }

  private static String allowed(Set<String> own) {
    return own.isEmpty() ? Profiles.allowed() : Wording.allowed(own) + ", " + Profiles.allowed();
  }

  /** Null where none is given. */
  String profile() {
    return profile;
  }

  /** Leaves mode and profile, and whatever it is silent on, as they are. */
  void applyTo(Policy.Builder policy) {
    if (stages != null) {
      policy.stages(stages);
    }
    if (exceptions != null) {
      policy.exceptions(exceptions);
    }
    if (endsExpired != null) {
      policy.endsExpired(endsExpired);
    }
  }

  /** Empty where none are given. */
  Map<Rule, Stage> stages() {
    return stages == null ? Collections.<Rule, Stage>emptyMap() : stages;
  }

  private static String minimum(String profile, Map<String, Profile> own) {
    Policy.Builder policy = new Policy.Builder().ownProfiles(own);
    return (profile == null ? policy : policy.profile(profile)).build().tlsProfile().minimum();
  }
}
