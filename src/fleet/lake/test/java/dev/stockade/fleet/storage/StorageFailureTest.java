package dev.stockade.fleet.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.stockade.cli.command.CommandFailure;
import dev.stockade.fleet.kit.S3Server;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which a place fails is one sentence that says what and where. */
class StorageFailureTest {
  @TempDir private Path folder;

  @Test
  void namesAreLookedAtAtOnce() {
    assertThat(catchThrowableOfType(CommandFailure.class, () -> Storages.of("s3://No_Bucket/x")))
        .hasMessageStartingWith("s3://No_Bucket/x: not s3://bucket/prefix");
  }

  @Test
  void noBucketAndWrongKey() throws Exception {
    try (S3Server server = new S3Server()) {
      assertThat(failure("s3://nowhere/lake"))
          .hasMessage("s3://nowhere/lake/: there is no such bucket")
          .matches(failure -> !failure.isPassing());

      server.set("aws.secretAccessKey", "another-secret");
      assertThat(failure("s3://" + S3Server.BUCKET + "/lake"))
          .hasMessageContaining("the credentials are not taken (403 SignatureDoesNotMatch)")
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void nobodyListens() throws Exception {
    try (S3Server server = new S3Server()) {
      server.stop();
      assertThat(failure("s3://" + S3Server.BUCKET))
          .hasMessageContaining("s3://journals/: cannot be reached: Connection refused")
          .matches(StorageFailure::isPassing);
      server.start();
    }
  }

  @Test
  void anAnswerOfAnotherRegionAndOneWithoutPermission() throws Exception {
    try (S3Server server = new S3Server()) {
      assertThat(answered(server, 301, "PermanentRedirect"))
          .hasMessageContaining("lies in another region (301 PermanentRedirect): set AWS_REGION");
      assertThat(answered(server, 400, "AuthorizationHeaderMalformed"))
          .hasMessageContaining("lies in another region");
      assertThat(answered(server, 403, "AccessDenied"))
          .hasMessage("s3://journals/: no permission for s3:ListBucket (403 AccessDenied)");
    }
  }

  @Test
  void aBusyServiceIsAskedAgain() throws Exception {
    try (S3Server server = new S3Server()) {
      AtomicInteger asked = new AtomicInteger();
      assertThat(answered(server, 503, "SlowDown", asked))
          .hasMessageContaining("is busy (503 SlowDown)")
          .matches(StorageFailure::isPassing);
      assertThat(asked.get()).isEqualTo(4);
    }
  }

  @Test
  void aFolderThatIsAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    try (Storage storage = Storages.of(file + "/lake")) {
      assertThat(catchThrowableOfType(StorageFailure.class, () -> storage.write("a", file)))
          .hasMessageContaining("cannot be written");
    }
  }

  private static StorageFailure answered(S3Server server, int status, String code)
      throws Exception {
    return answered(server, status, code, new AtomicInteger());
  }

  /** What is said when S3 answers so; S3Proxy knows neither regions nor permissions. */
  private static StorageFailure answered(
      S3Server server, int status, String code, AtomicInteger asked) throws Exception {
    HttpServer s3 =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    s3.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          byte[] body =
              ("<Error><Code>" + code + "</Code><Message>m</Message></Error>")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    s3.start();
    System.setProperty("aws.endpointUrlS3", "http://127.0.0.1:" + s3.getAddress().getPort());
    try {
      return failure("s3://" + S3Server.BUCKET);
    } finally {
      System.setProperty("aws.endpointUrlS3", server.url());
      s3.stop(0);
    }
  }

  private static StorageFailure failure(String place) {
    try (Storage storage = Storages.of(place)) {
      return catchThrowableOfType(StorageFailure.class, () -> storage.list("", null).findFirst());
    }
  }
}
