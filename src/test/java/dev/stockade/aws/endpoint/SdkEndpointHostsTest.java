package dev.stockade.aws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The hosts that the AWS SDKs' own endpoint tests expect, with what requests are signed for. */
class SdkEndpointHostsTest {
  @Test
  void noHostIsMisunderstoodAndNearlyAllAreUnderstood() throws IOException {
    List<String> wrong = new ArrayList<>();
    int right = 0;
    List<String> lines = Files.readAllLines(TestData.file("aws/sdk-endpoint-hosts.csv"));
    List<String> rows = lines.subList(1, lines.size());
    for (String row : rows) {
      // host, signing name, signing region
      String[] fields = row.split(",", -1);
      Endpoint endpoint = Endpoints.of(fields[0]);
      String name = endpoint == null ? null : endpoint.signingName();
      String region = endpoint == null ? null : endpoint.region();
      // A region set (SigV4a) or none at all is not in the scope of a signature.
      boolean anyRegion = fields[2].equals("*") || fields[2].isEmpty();
      boolean sameName = fields[1].equals(name);
      boolean sameRegion = anyRegion || fields[2].equals(region);
      if ((name != null && !sameName) || (region != null && !sameRegion)) {
        wrong.add(row + " but was " + name + " " + region);
      }
      right += sameName && sameRegion ? 1 : 0;
    }

    assertThat(wrong).isEmpty();
    assertThat(right).isGreaterThan(rows.size() * 995 / 1000);
  }
}
