package dev.stockade.policy.tls;

import dev.stockade.base.IsoTime;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * Reads {@code until 2031: TLSv1.2 TLS_ECDHE_* secp256r1}: a year, which means its last day, or a
 * day, and names of the profile's lists or versions; {@code *} at a name's end stands for all that
 * start so. Names are looked up at the end, as the lists may come after the dates.
 */
final class UntilReader {
  private static final class Entry {
    final String name;
    final long lastDay;
    final int line;

    Entry(String name, long lastDay, int line) {
      this.name = name;
      this.lastDay = lastDay;
      this.line = line;
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private int line;

  /** Returns what is wrong, or null. */
  String add(String date, String names, int line) {
    long last = day(date.length() == 4 ? date + "-12-31" : date);
    if (last < 0) {
      return "until is followed by a year or a day such as 2031-12-31, not " + date;
    }
    StringTokenizer tokens = new StringTokenizer(names);
    while (tokens.hasMoreTokens()) {
      entries.add(new Entry(tokens.nextToken(), last, line));
    }
    return null;
  }

  /**
   * Days since the epoch, by Howard Hinnant's days_from_civil: by hand because of what java.time
   * brings with it, as in {@link IsoTime}.
   *
   * @return -1 for what is no day since then
   */
  private static long day(String date) {
    if (!date.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return -1;
    }
    long month = Long.parseLong(date.substring(5, 7));
    long year = Long.parseLong(date.substring(0, 4)) - (month <= 2 ? 1 : 0);
    long era = year / 400;
    long ofEra = year - era * 400;
    long ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 - 1;
    ofYear += Long.parseLong(date.substring(8));
    long day = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468;
    return IsoTime.of(day * UseUntil.DAY).startsWith(date) ? day : -1;
  }

  /** Of what {@link #addTo} found wrong. */
  int line() {
    return line;
  }

  /** Returns what is wrong, or null. */
  String addTo(ProfileBuilder profile) {
    for (Entry entry : entries) {
      line = entry.line;
      List<String> meant = meant(entry.name, profile);
      if (meant.isEmpty()) {
        return entry.name + " has a last day, but the profile does not list it";
      }
      for (String name : meant) {
        if (!profile.until.add(name, entry.lastDay)) {
          return name + " has two last days";
        }
      }
    }
    return null;
  }

  private static List<String> meant(String name, ProfileBuilder profile) {
    boolean open = name.endsWith("*");
    String start = open ? name.substring(0, name.length() - 1) : name;
    List<String> all = new ArrayList<>(profile.suites);
    all.addAll(profile.groups);
    all.addAll(profile.schemes);
    List<String> meant = new ArrayList<>();
    for (String one : all) {
      if (open ? one.startsWith(start) : one.equals(start)) {
        meant.add(one);
      }
    }
    if (!open && name.startsWith("TLSv1") && Protocols.rank(name) != Protocols.UNKNOWN) {
      meant.add(name);
    }
    return meant;
  }
}
