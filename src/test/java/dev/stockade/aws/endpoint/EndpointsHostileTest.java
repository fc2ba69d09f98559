package dev.stockade.aws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Host names as nobody should write them, and what names cost. */
class EndpointsHostileTest {
  private static final int CALLS = 100_000;
  private static final String[] PIECES = {
    "s3",
    "-",
    ".",
    "..",
    "fips",
    "dualstack",
    "us-east-1",
    "us-gov-west-1",
    "vpce",
    "vpce-1-2",
    "vpce-svc-1",
    "global",
    "us-gov",
    "s3express-",
    "s3-website-",
    "s3-",
    "amazonaws.com",
    "api.aws",
    "on.aws",
    "elb",
    "queue",
    ":",
    "443",
    "[",
    "]",
    "%",
    "::",
    "fd00:ec2::",
    "169.254.",
    "\u0000",
    "\u212a",
    "\ud800",
    "@",
    "/",
    " ",
    "A",
    "1",
    "cn-north-1",
    ".com.cn",
    "signin.aws"
  };

  @Test
  void noTextMakesItThrow() {
    Random random = new Random(20261124);
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(9); n >= 0; n--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String host = text.append(random.nextBoolean() ? ".amazonaws.com" : "").toString();

      assertThatCode(() -> Endpoints.of(host)).as(host).doesNotThrowAnyException();
    }
  }

  @Test
  void aNameMayHave253CharactersAndNotMore() {
    String suffix = ".s3.eu-central-1.amazonaws.com";
    String most = "b".repeat(253 - suffix.length()) + suffix;

    assertThat(Endpoints.of(most + ".:65535").service()).isEqualTo("s3");
    assertThat(Endpoints.of("b" + most)).isNull();
    assertThat(Endpoints.of("b".repeat(1_000_000) + suffix)).isNull();
  }

  @Test
  void moreNamesThanAreRememberedAreAllUnderstood() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 5_000; i++) {
        Endpoint endpoint = Endpoints.of("bucket-" + i + ".s3.us-west-2.amazonaws.com");

        assertThat(endpoint.region()).isEqualTo("us-west-2");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "downloads.example.org",
        "login.microsoftonline.com:443",
        "notamazonaws.com",
        "10.20.30.40:8080",
        "[2001:db8::1]:443",
        "dynamodb.us-east-1.amazonaws.com"
      })
  void aForeignNameAndAKnownOneCostNoGarbage(String host) {
    assertThat(bytesOf(host)).as("warm-up").isNotNegative();

    // Less than one byte a call: the measurement itself may allocate a little.
    assertThat(bytesOf(host)).isLessThan(CALLS);
  }

  private static long bytesOf(String host) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    int found = 0;
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < CALLS; i++) {
      found += Endpoints.of(host) == null ? 0 : 1;
    }
    long bytes = threads.getThreadAllocatedBytes(thread) - before;
    assertThat(found).isIn(0, CALLS);
    return bytes;
  }
}
