package dev.stockade.journal.record;

import dev.stockade.journal.Event;
import dev.stockade.journal.JournalSettings;
import dev.stockade.policy.Policy;
import dev.stockade.policy.tls.Profile;
import dev.stockade.policy.tls.Profiles;

/** Under which policy records are written. Writer thread only. */
final class PolicyStamp {
  private String mode;
  private String profile;
  private String digest;
  private boolean knowsDigest;
  private Policy policy;

  PolicyStamp(JournalSettings settings) {
    mode = settings.mode();
    profile = settings.profile();
  }

  /** Whether the event was decided by another policy than this one. */
  boolean isBefore(Event event) {
    return event.policy() != null && event.policy() != policy;
  }

  void take(Policy next) {
    policy = next;
    mode = next.mode().label();
    profile = next.profile();
    digest = next.digest();
    knowsDigest = digest != null;
  }

  private Profile profile(Policy decided) {
    return decided == null ? Profiles.named(profile) : decided.tlsProfile();
  }

  String mode() {
    return mode;
  }

  String profile() {
    return profile;
  }

  /** Of the policy file, else of the profile; null when there is no such profile. */
  String digest() {
    if (!knowsDigest) {
      knowsDigest = true;
      try {
        digest = profile == null ? null : profile(policy).digest();
      } catch (RuntimeException e) {
        digest = null;
      }
    }
    return digest;
  }
}
