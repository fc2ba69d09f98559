package dev.stockade.aws.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.InRange;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithUtf8Length;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.WireRequest;
import dev.stockade.aws.text.PercentEncoding;
import dev.stockade.policy.aws.SignatureStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A signed request of which one part is another is never found right. */
class ChangedRequestFuzzTest {
  private static final SignatureVerifier VERIFIER = SignedSamples.verifier();
  private static final List<WireRequest> SAMPLES = SignedSamples.all();
  private static final List<SignatureStatus> WRONG =
      List.of(
          SignatureStatus.MISMATCH,
          SignatureStatus.MALFORMED,
          SignatureStatus.UNVERIFIABLE,
          SignatureStatus.LEGACY);

  private enum Part {
    METHOD,
    PATH,
    QUERY,
    HEADER,
    REPEATED_HEADER,
    SIGNATURE,
    CREDENTIAL,
    BODY
  }

  static Stream<Arguments> changes() {
    List<Arguments> changes = new ArrayList<>();
    for (int sample = 0; sample < SAMPLES.size(); sample++) {
      for (Part part : Part.values()) {
        for (int header = 0; header < (part == Part.HEADER ? 6 : 1); header++) {
          changes.add(Arguments.of(sample, part.ordinal(), header, original(sample, part, header)));
        }
      }
    }
    return changes.stream();
  }

  @MethodSource("changes")
  @FuzzTest(maxDuration = "3s")
  void anotherPart(
      @InRange(min = 0, max = 4) int sample,
      @InRange(min = 0, max = 7) int part,
      @InRange(min = 0, max = 5) int header,
      @NotNull @WithUtf8Length(max = 400) String value) {
    Part changed = Part.values()[part];
    WireRequest before = SAMPLES.get(sample);
    WireRequest after = with(before, changed, header, value);
    RequestHead head = after.head();

    VerificationResult verification = VERIFIER.verify(head, null, SignedSamples.NOW);

    Secrecy.check(head, verification);
    assertThat(verification.diagnosis()).isNotEqualTo("it could not be looked at");
    if (isOther(before, changed, original(sample, changed, header), value)) {
      assertThat(verification.signature() == null || WRONG.contains(verification.signature()))
          .as("sample %d with another %s: %s", sample, changed, verification.signature())
          .isTrue();
    } else if (value.equals(original(sample, changed, header))) {
      assertThat(verification.signature()).isEqualTo(SignatureStatus.VALID);
    }
  }

  private static String original(int sample, Part part, int header) {
    WireRequest request = SAMPLES.get(sample);
    return switch (part) {
      case METHOD -> request.method();
      case PATH -> request.target().split("\\?", 2)[0];
      case QUERY -> request.target().contains("?") ? request.target().split("\\?", 2)[1] : "";
      case HEADER -> request.header(signedHeader(request, header));
      case REPEATED_HEADER -> "x";
      case SIGNATURE -> request.signature();
      case CREDENTIAL -> credential(request);
      case BODY -> new String(request.body(), UTF_8);
    };
  }

  private static WireRequest with(WireRequest request, Part part, int header, String value) {
    String[] target = request.target().split("\\?", 2);
    return switch (part) {
      case METHOD -> request.withMethod(value);
      case PATH -> request.withTarget(target.length == 1 ? value : value + '?' + target[1]);
      case QUERY -> request.withTarget(target[0] + '?' + value);
      case HEADER -> request.with(signedHeader(request, header), old -> value);
      case REPEATED_HEADER -> request.adding(signedHeader(request, header), value);
      case SIGNATURE -> replaced(request, request.signature(), value);
      case CREDENTIAL -> replaced(request, credential(request), value);
      case BODY -> request.withBody(value.getBytes(UTF_8));
    };
  }

  /** As on the wire. */
  private static String credential(WireRequest request) {
    String credential = request.credential();
    return request.isPresigned() ? credential.replace("/", "%2F") : credential;
  }

  private static String signedHeader(WireRequest request, int index) {
    List<String> names = request.signedHeaders();
    return names.get(index % names.size());
  }

  private static WireRequest replaced(WireRequest request, String from, String to) {
    return request.isPresigned()
        ? request.withTarget(request.target().replace(from, to))
        : request.with("Authorization", value -> value.replace(from, to));
  }

  /**
   * Whether a part certainly means something else now. What only looks different, or might, is left
   * out: an answer is only false where AWS too sees another request.
   */
  private static boolean isOther(WireRequest request, Part part, String before, String after) {
    return switch (part) {
      case METHOD -> !before.equals(after);
      case PATH ->
          after.startsWith("/")
              && !after.contains("?")
              && !after.contains("..")
              && !essence(before).equals(essence(after));
      case QUERY -> !request.isPresigned() && !pairs(before).equals(pairs(after));
      case HEADER -> !withoutPort(before).equals(withoutPort(after));
      case REPEATED_HEADER -> true;
      case SIGNATURE, CREDENTIAL ->
          !after.contains("&") && !read(request, before).equalsIgnoreCase(read(request, after));
      // Where a header holds its hash, the body itself is no part of what is signed.
      case BODY ->
          request.header("x-amz-content-sha256") == null
              && !request.isPresigned()
              && !before.equals(after);
    };
  }

  private static String read(WireRequest request, String value) {
    return request.isPresigned() ? PercentEncoding.decoded(value) : value.split("[,\\s]", 2)[0];
  }

  private static List<String> pairs(String query) {
    return Arrays.stream(query.split("&"))
        .filter(pair -> !pair.isEmpty() && !pair.startsWith("="))
        .map(ChangedRequestFuzzTest::essence)
        .sorted()
        .collect(Collectors.toList());
  }

  private static String essence(String text) {
    return PercentEncoding.decoded(text).replaceAll("[/.+=\\s]", "");
  }

  private static String withoutPort(String text) {
    return text.replaceAll("\\s", "").replaceFirst(":(80|443)$", "");
  }
}
