package dev.stockade.policy.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The profiles that come with Stockade, one resource {@code profiles/<id>.profile} for each. */
public final class Profiles {
  /** The one that is in force where none is named. */
  public static final String DEFAULT = "aws-outposts";

  private static final List<String> NAMES =
      Collections.unmodifiableList(
          Arrays.asList(
              DEFAULT,
              "ietf-bcp195-2026",
              "ietf-rfc9325-2026-07",
              "mozilla-intermediate-6.0",
              "mozilla-modern-6.0",
              "pq-ready",
              "pq-ready-2026-08",
              "nist-sp800-52r2",
              "nist-sp800-52r2-pfs",
              "bsi-tr-02102-2-2026-01",
              "bsi-tr-02102-2-2026-01-pfs",
              "anssi-tls-1.2",
              "cnsa-1.0-rfc9151",
              "cnsa-1.0-rfc9151-pfs",
              "cnsa-2.0-draft-05",
              "fips-140-3-core-2026",
              "pci-dss-4.0.1-interpretation-2026",
              "aws-elb-fs-1-2-res-2019-08",
              "aws-elb-tls13-1-2-2021-06",
              "aws-elb-tls13-1-2-res-2021-06",
              "aws-elb-tls13-1-3-2021-06",
              "aws-elb-tls13-1-2-fips-2023-04",
              "aws-elb-tls13-1-2-res-fips-2023-04",
              "aws-elb-tls13-1-3-fips-2023-04",
              "aws-elb-tls13-1-2-cnsa2-interop2-fips-pq-2026-07",
              "aws-elb-tls13-1-3-cnsa2-interop1-fips-pq-2026-07",
              "aws-cloudfront-tls12-2021",
              "aws-cloudfront-tls12-2025",
              "aws-cloudfront-tls13-2025",
              "aws-kms-fips-tls12-2024-10"));

  /**
   * The short name and the profile that it means, of a standard the forward-secret part. It may
   * mean a newer one in a later release: what is recorded is the profile's own id.
   */
  private static final String[][] ALIASES = {
    {"nist", "nist-sp800-52r2-pfs"},
    {"bsi", "bsi-tr-02102-2-2026-01-pfs"},
    {"pci", "pci-dss-4.0.1-interpretation-2026"},
    {"fips", "fips-140-3-core-2026"},
    {"cnsa", "cnsa-1.0-rfc9151-pfs"},
  };

  /** Those whose files say {@code report-only}: looked up without reading one. */
  private static final List<String> REPORT_ONLY = Collections.singletonList("cnsa-2.0-draft-05");

  private Profiles() {}

  /** The ids of all profiles. */
  public static List<String> names() {
    return NAMES;
  }

  /** The short names, which are no ids. */
  public static List<String> aliases() {
    List<String> aliases = new ArrayList<>();
    for (String[] alias : ALIASES) {
      aliases.add(alias[0]);
    }
    return aliases;
  }

  /** What may be said for a profile, in words: to name all would hide what else a message says. */
  public static String allowed() {
    return String.join(", ", aliases()) + " or an id that the command `profile list` shows";
  }

  /** All that may be said for a profile: ids, then short names. */
  public static List<String> choices() {
    List<String> choices = new ArrayList<>(NAMES);
    choices.addAll(aliases());
    return choices;
  }

  /** The id that a short name stands for; any other name as it is. */
  public static String id(String name) {
    for (String[] alias : ALIASES) {
      if (alias[0].equals(name)) {
        return alias[1];
      }
    }
    return name;
  }

  /** Whether an id or short name stands for a profile. */
  public static boolean has(String name) {
    return NAMES.contains(id(name));
  }

  /** See {@link Profile#isReportOnly()}; false where there is no such profile. */
  public static boolean isReportOnly(String name) {
    return REPORT_ONLY.contains(id(name));
  }

  /**
   * Reads a profile.
   *
   * @param name its id, or a short name
   * @throws IllegalArgumentException when there is none, naming those that exist
   */
  public static Profile named(String name) {
    String id = id(name);
    if (!NAMES.contains(id)) {
      throw new IllegalArgumentException(
          "no profile is named " + name + ", allowed are " + allowed());
    }
    String file = id + ".profile";
    return ProfileParser.parse(file, read("profiles/" + file));
  }

  private static byte[] read(String resource) {
    try (InputStream in = Profiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("stockade.jar is damaged: it lacks " + resource);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("stockade.jar is damaged: cannot read " + resource, e);
    }
  }
}
