package dev.stockade.fleet.simulation;

import java.util.List;

/**
 * A service: what it calls, and what becomes of it in the time of the simulation.
 *
 * @param weight how busy each of its processes is, from 1
 * @param old the day from which it has a build of the present; days before it have an old one
 * @param canary the day it goes to canary, {@link Integer#MAX_VALUE} for never
 * @param enforce the day it goes to enforce, likewise
 * @param newPolicy the day it gets a policy file of its own
 * @param container all processes have pid 1
 * @param ids writes the request id of each answer of AWS ({@code aws.request-ids=true})
 * @param exception the id of the exception that covers its weak destination; null for none
 */
record SimulatedService(
    String name,
    String owner,
    int weight,
    int old,
    int canary,
    int enforce,
    int newPolicy,
    boolean container,
    boolean ids,
    String exception,
    String account,
    String region,
    List<String> aws,
    List<Destination> destinations) {
  private static final String PROFILE =
      "sha256:544813d819446c92e708103bbf74fea7acc8a889f00ea0a19d548729d1dea43f";
  private static final String FILE =
      "sha256:9b1de47a0c5f2d6e8a3b7c1f0e9d8c7b6a5f4e3d2c1b0a9f8e7d6c5b4a392817";

  String mode(int day) {
    return day >= enforce ? "enforce" : day >= canary ? "canary" : "audit";
  }

  String digest(int day) {
    return day >= newPolicy ? FILE : PROFILE;
  }

  /** Of the build before 0.1.0, one of today, and a later one with a field nobody here knows. */
  Build build(int day, int days) {
    return day < old ? Build.OLD : day < days * 3 / 4 ? Build.PRESENT : Build.LATER;
  }

  String role() {
    return name + "-role";
  }
}
