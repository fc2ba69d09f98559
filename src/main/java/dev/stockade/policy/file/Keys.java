package dev.stockade.policy.file;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Every key that a policy file may have, by the mapping that may contain it. */
final class Keys {
  static final List<String> FILE =
      list(
          "mode",
          "profile",
          "profiles",
          "journal",
          "journal.max-size",
          "journal.keep",
          "journal.chain",
          "journal.format",
          "summary",
          "log",
          "on-failure",
          "service",
          "instance",
          "kill-file",
          "jmx",
          "jfr",
          "aws.request-ids",
          "rules",
          "exceptions",
          "expired-exceptions",
          "canary",
          "canary.percent",
          "candidate");
  static final List<String> CANDIDATE =
      list("profile", "rules", "exceptions", "expired-exceptions");
  static final List<String> PROFILE =
      list(
          "id",
          "title",
          "extends",
          "min-version",
          "recommended-version",
          "min-dh-bits",
          "min-key-bits",
          "min-ec-bits",
          "extended-master-secret",
          "cbc",
          "renegotiation",
          "remove",
          "add",
          "owner",
          "reason");
  static final List<String> PROFILE_LISTS = list("suites", "groups", "schemes");
  static final List<String> RULE = list("stage");
  static final List<String> EXCEPTION = list("id", "match", "allow", "owner", "reason", "expires");
  static final List<String> MATCH =
      list("host", "cidr", "port", "sni", "direction", "service", "code");
  static final List<String> ALLOW = list("min-version", "forward-secrecy", "suites", "rules");
  static final List<String> CANARY = list("percent", "unit", "salt", "state", "rollback", "fuse");
  static final List<String> ROLLBACK = list("min-samples", "max-blocked", "window");
  static final List<String> FUSE = list("destinations", "window");

  private Keys() {}

  private static List<String> list(String... keys) {
    return Collections.unmodifiableList(Arrays.asList(keys));
  }
}
