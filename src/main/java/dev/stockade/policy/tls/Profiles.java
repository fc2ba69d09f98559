package dev.stockade.policy.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
              "mozilla-intermediate-6.0",
              "mozilla-modern-6.0",
              "pq-ready"));

  private Profiles() {}

  /** The ids of all profiles. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * Reads the profile with this id.
   *
   * @throws IllegalArgumentException when there is none, naming those that exist
   */
  public static Profile named(String id) {
    if (!NAMES.contains(id)) {
      throw new IllegalArgumentException(
          "no profile is named " + id + ", allowed are " + String.join(", ", NAMES));
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
