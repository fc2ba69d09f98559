package dev.stockade;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The test resources of this package; README.md beside them says where each is from. */
public final class TestData {
  private TestData() {}

  /** The file of that name, such as {@code aws/sdk-requests.jsonl}. */
  public static Path file(String name) {
    try {
      return Path.of(TestData.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
