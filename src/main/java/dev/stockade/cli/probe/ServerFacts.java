package dev.stockade.cli.probe;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a server accepts, as far as it was asked. */
public final class ServerFacts {
  final Map<String, List<Answer>> accepted = new LinkedHashMap<>();
  final Map<String, String> refusals = new LinkedHashMap<>();
  final Map<String, List<String>> groups = new LinkedHashMap<>();
  final List<List<X509Certificate>> certificates = new ArrayList<>();
  final List<String> remarks = new ArrayList<>();
  String address;
  int connections;

  ServerFacts() {}

  /** The agreements that were reached, by version from the oldest; none where it is refused. */
  public Map<String, List<Answer>> accepted() {
    return accepted;
  }

  /** Why a version is not accepted, by its name. */
  public Map<String, String> refusals() {
    return refusals;
  }

  /** The groups that are accepted, by version; of TLS 1.2 those of ECDHE. */
  public Map<String, List<String>> groups() {
    return groups;
  }

  /** The different chains that were shown, leaf first. */
  public List<List<X509Certificate>> certificates() {
    return certificates;
  }

  /** What stayed open, in sentences. */
  public List<String> remarks() {
    return remarks;
  }

  /** Which of the host's addresses was asked. */
  public String address() {
    return address;
  }

  /** How many were made. */
  public int connections() {
    return connections;
  }

  /** Whether it agreed to anything. */
  public boolean isTls() {
    return accepted.values().stream().anyMatch(answers -> !answers.isEmpty());
  }
}
