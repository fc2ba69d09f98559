package dev.stockade.cli.profile;

import dev.stockade.cli.probe.JdkOffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What this JDK offers as client or accepts as server, for people and for programs. */
final class JdkText {
  private final boolean server;
  private final JdkOffer offer;

  JdkText(boolean server, JdkOffer offer) {
    this.server = server;
    this.offer = offer;
  }

  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("versions", offer.versions());
    members.put("suites", offer.suites());
    members.put("groups", offer.groups());
    members.put("extendedMasterSecret", offer.extendedMasterSecret());
    members.put("encryptThenMac", offer.encryptThenMac());
    return members;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    String who = server ? "accepts as server" : "offers as client";
    lines.add("Java " + System.getProperty("java.version") + " " + who + " by default");
    lines.add("  versions  " + String.join(" ", offer.versions()));
    lines.add("  suites    " + offer.suites().size());
    offer.suites().forEach(suite -> lines.add("    " + suite));
    lines.add("  groups    " + String.join(" ", offer.groups()));
    lines.add("");
    return lines;
  }
}
