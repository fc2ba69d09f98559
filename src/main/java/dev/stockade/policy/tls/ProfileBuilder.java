package dev.stockade.policy.tls;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects the values of a {@link Profile}; not to be used after it is built. */
final class ProfileBuilder {
  String id;
  String title;
  final List<String> sources = new ArrayList<>();
  String attribution;
  Confidence confidence;
  String date;
  String minimum;
  String recommended;
  final Set<String> suites = new LinkedHashSet<>();
  final Set<String> groups = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  final Set<String> schemes = new LinkedHashSet<>();
  final UseUntil until = new UseUntil();
  int minDhBits = 2048;

  /** As strong as each other, 112 bits: NIST SP 800-57 part 1, table 2. */
  int minKeyBits = 2048;

  int minEcBits = 224;
  boolean requiresExtendedMasterSecret;
  boolean cbcNeedsEncryptThenMac;
  boolean forbidsRenegotiation;
  boolean reportOnly;

  /** The file that it was read from, of which the digest is made. */
  byte[] file;

  ProfileBuilder(byte[] file) {
    this.file = file;
  }

  /** What is missing, for people; null when it is complete. */
  String missing() {
    boolean complete =
        id != null
            && title != null
            && !sources.isEmpty()
            && date != null
            && minimum != null
            && !suites.isEmpty();
    return complete ? null : "id, title, source, date, minimum and cipher suites";
  }

  Profile build() {
    return new Profile(this);
  }
}
