package dev.stockade.e2e.aws;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Outcome;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A transport that sends an upload in chunks, without the {@code Content-Length} that the SDK
 * signed: S3 refuses that, so it is no length that comes later.
 */
@Tag("servers")
class ChunkedUploadTest {
  private static final AwsSdk SDK = new AwsSdk("2.57.8", "akka");
  private static final List<String> UPLOADS =
      List.of("s3-put", "s3-put@path", "s3-put@payload-hash");

  @Test
  void aSignedLengthThatIsNotSentIsAMismatchAsS3ProxySays() throws Exception {
    try (S3ProxyServer server = new S3ProxyServer()) {
      ChildJvm child = ChildJvm.on(Jdk.running()).agent(Launch.JAVAAGENT, "mode=audit");
      Outcome audit =
          SDK.start(
                  server.reach(child),
                  List.of("s3-get", UPLOADS.get(0), UPLOADS.get(1), UPLOADS.get(2)))
              .outcome()
              .assertHostLived();

      assertThat(audit.lineFor("s3-get")).describedAs("%s", audit).isEqualTo("s3-get ok");
      for (String upload : UPLOADS) {
        assertThat(audit.lineFor(upload)).describedAs("%s", audit).contains(" failed ");
      }
      assertThat(audit.lineFor("s3-put")).contains("omits headers", "content-length");
      List<JsonObject> uploads =
          audit.records("aws.request").stream()
              .filter(record -> text(record, "http.method").equals("PUT"))
              .toList();
      assertThat(uploads)
          .describedAs("%s", audit)
          .isNotEmpty()
          .allMatch(record -> text(record, "aws.signature").equals("mismatch"));
      assertThat(text(uploads.get(0), "reason")).contains("content-length");
    }
  }
}
