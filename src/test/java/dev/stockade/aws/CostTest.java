package dev.stockade.aws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.WireRequest;
import dev.stockade.aws.sigv4.SignedSamples;
import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The cost of a request grows with its size, never with the square of it. Times are compared with
 * each other only: a request eight times as large may cost what 32 do, where the square is 64.
 */
class CostTest {
  private static final int LARGER = 8;
  private static final double MAX = 4.0 * LARGER;
  private static final long MIN_NANOS = 2_000_000;

  private final AwsRequestInspector check = new AwsRequestInspector(SignedSamples::verifier);
  private final WireRequest sample = SignedSamples.all().get(0);

  @ParameterizedTest
  @ValueSource(
      strings = {"&", "&=", "&X-Amz-", "&a", "&a=%2F", "&X-Amz-Date=1", "%", "+", "?", "\u00e9"})
  void ofTheQuery(String piece) {
    growsWithSize(3_500, n -> sample.withTarget("/?" + repeated(piece, n)).head());
    growsWithSize(
        60_000, n -> sample.withTarget("/?X-Amz-Signature=0" + repeated(piece, n)).head());
    growsWithSize(
        60_000,
        n ->
            sample
                .without("Authorization")
                .withTarget("/?X-Amz-Signature=0" + repeated(piece, n))
                .head());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/.", "/..", "/a/..", "/aaaaaaaaa", "%2F", "/operation/", "://", "\u00e9"})
  void ofThePath(String piece) {
    growsWithSize(3_500, n -> sample.withTarget("/" + repeated(piece, n)).head());
    growsWithSize(60_000, n -> sample.withTarget(repeated(piece, n)).head());
    growsWithSize(
        60_000, n -> sample.without("Authorization").withTarget(repeated(piece, n)).head());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",",
        " ",
        "/",
        ";",
        "; ",
        "Credential=",
        "Credential=a,",
        "Signature=",
        "SignedHeaders=;"
      })
  void ofAuthorization(String piece) {
    for (String start : new String[] {"", " Credential=a/", " SignedHeaders=", " Signature="}) {
      growsWithSize(
          60_000,
          n ->
              sample
                  .with("Authorization", old -> "AWS4-HMAC-SHA256" + start + repeated(piece, n))
                  .head());
      growsWithSize(
          60_000,
          n ->
              sample
                  .with(
                      "Authorization",
                      old -> old.replaceFirst(", Sig", start + repeated(piece, n) + ", Sig"))
                  .head());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "a", "a ", ",", "\u00e9", "\ud83d\ude00"})
  void ofAHeader(String piece) {
    growsWithSize(1_500, n -> sample.with("x-own", old -> repeated(piece, n)).head());
    growsWithSize(60_000, n -> sample.with("x-own", old -> repeated(piece, n)).head());
    growsWithSize(60_000, n -> sample.with("Host", old -> repeated(piece, n)).head());
    growsWithSize(60_000, n -> sample.with("X-Amz-Target", old -> repeated(piece, n)).head());
  }

  @ParameterizedTest
  @ValueSource(strings = {"&", "&a", "%41", "Action&"})
  void ofAForm(String piece) {
    WireRequest form = SignedSamples.all().get(2);
    growsWithSize(60_000, n -> form.withBody(repeated(piece, n).getBytes(ISO_8859_1)).head());
    growsWithSize(
        60_000,
        n ->
            form.without("Authorization").withBody(repeated(piece, n).getBytes(ISO_8859_1)).head());
  }

  private static String repeated(String piece, int length) {
    return piece.repeat(length / piece.length());
  }

  private void growsWithSize(int size, IntFunction<RequestHead> request) {
    RequestHead small = request.apply(size);
    RequestHead large = request.apply(size * LARGER);
    double ratio = Double.MAX_VALUE;
    // A pause of the machine makes one comparison worthless, not all.
    for (int attempt = 0; attempt < 5 && ratio > MAX; attempt++) {
      double one = nanosOf(small);
      ratio = nanosOf(large) / one;
    }
    assertThat(ratio).as("from %d to %d characters", size, size * LARGER).isLessThan(MAX);
  }

  private double nanosOf(RequestHead head) {
    long begin = cpuNanos();
    int rounds = 0;
    long spent;
    do {
      check.of("cost", head, SignedSamples.NOW);
      rounds++;
      spent = cpuNanos() - begin;
    } while (spent < MIN_NANOS);
    return (double) spent / rounds;
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
