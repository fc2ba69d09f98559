package dev.stockade.e2e.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.aws.AwsSdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows of hooks are held against each version that is run, where its classes have hooks. */
class HookedVersionsTest {
  private static final Path LIST = Path.of("src/test/resources/rows/libraries.txt");

  /** Its hooks are in httpcore alone. */
  private static final String WITHOUT_HOOKS = "org.apache.httpcomponents:httpclient:4.2.6";

  private static final String SDK1 = "com.amazonaws:aws-java-sdk-core";

  @Test
  void eachVersionThatIsRunIsInTheListOfHookedLibraries() throws IOException {
    Map<String, List<String>> listed = listed();
    for (ClientProgram program : ClientProgram.values()) {
      for (String artifact : program.versionedArtifacts()) {
        if (listed.containsKey(artifact)) {
          List<String> versions = new ArrayList<>(program.versions());
          versions.removeIf(version -> (artifact + ':' + version).equals(WITHOUT_HOOKS));
          assertThat(listed.get(artifact)).describedAs(artifact).containsAll(versions);
        }
      }
    }
    for (AwsSdk sdk : AwsSdk.all()) {
      if (sdk.version().startsWith("1.")) {
        assertThat(listed.get(SDK1)).contains(sdk.version());
      } else {
        assertThat(listed.values()).anyMatch(versions -> versions.contains(sdk.version()));
      }
    }
  }

  private static Map<String, List<String>> listed() throws IOException {
    Map<String, List<String>> listed = new HashMap<>();
    for (String line : Files.readAllLines(LIST)) {
      List<String> words = List.of(line.split(" ", -1));
      if (!line.startsWith("#")) {
        listed.put(words.get(0), words.subList(1, words.size()));
      }
    }
    return listed;
  }
}
