package dev.stockade.policy.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer means, and which of its texts are taken. */
class AwsAnswerTest {
  private static final long NOW = Instant.parse("2026-11-26T10:00:00Z").toEpochMilli();

  @ParameterizedTest
  @CsvSource({
    "200,, accepted",
    "304,, accepted",
    "404, NoSuchKey, accepted",
    "404, NoSuchBucket, refused",
    "403, SignatureDoesNotMatch, refused-signature",
    "400, InvalidSignatureException, refused-signature",
    "403, IncompleteSignatureException, refused-signature",
    "403, MissingAuthenticationToken, refused",
    "403, RequestTimeTooSkewed, refused-clock",
    "400, RequestExpired, refused-clock",
    "400, ExpiredTokenException, refused",
    "403, InvalidClientTokenId, refused",
    "403, AccessDenied, refused",
    "403,, refused",
    "500, InternalError, refused"
  })
  void aCodeHasOneMeaning(int status, String code, String kind) {
    AwsAnswer answer = AwsAnswer.of(status).code(code);

    assertThat(answer.kind(SignatureStatus.VALID).label()).isEqualTo(kind);
  }

  @Test
  void aMissingTokenIsASignatureThatIsMissingOnlyWhereNothingWasSigned() {
    AwsAnswer answer = AwsAnswer.of(403).code("MissingAuthenticationTokenException");

    assertThat(answer.kind(SignatureStatus.MISSING)).isEqualTo(AnswerKind.REFUSED_SIGNATURE);
    assertThat(reason(SignatureStatus.VALID, answer)).contains("API Gateway", "path");
    assertThat(reason(SignatureStatus.MISSING, answer)).contains("credentials");
  }

  @ParameterizedTest
  @CsvSource({
    "AccessDenied, AccessDenied",
    "com.amazon.coral.service#UnrecognizedClientException, UnrecognizedClientException",
    "ForbiddenException:http://internal.amazon.com/coral/x#y, ForbiddenException",
    "AWS.SimpleQueueService.NonExistentQueue;Sender, AWS.SimpleQueueService.NonExistentQueue",
    "403 Forbidden,",
    "'<script>',",
    "'',",
    ":uri,"
  })
  void ofACodeOnlyTheCodeIsTaken(String text, String code) {
    assertThat(AwsAnswer.of(403).code(text).errorCode()).isEqualTo(code);
  }

  @Test
  void idsThatAreNoneAreNotTakenAndNoneIsLong() {
    AwsAnswer answer = AwsAnswer.of(200).ids("4442587FB7D0A2F9", "Uuag1L/=+.:_-");

    assertThat(answer.requestId()).isEqualTo("4442587FB7D0A2F9");
    assertThat(answer.extendedRequestId()).isEqualTo("Uuag1L/=+.:_-");
    assertThat(AwsAnswer.of(200).ids("a b", "a\nb").requestId()).isNull();
    assertThat(AwsAnswer.of(200).ids("a b", "a\nb").extendedRequestId()).isNull();
    assertThat(AwsAnswer.of(200).ids("a".repeat(128), null).requestId()).hasSize(128);
    assertThat(AwsAnswer.of(200).ids("a".repeat(129), null).requestId()).isNull();
  }

  @Test
  void aRightSignatureThatAwsRefusesIsOneOfAWrongSecret() {
    AwsAnswer answer = AwsAnswer.of(403).code("SignatureDoesNotMatch");

    assertThat(reason(SignatureStatus.VALID, answer)).contains("secret key", "rotated");
    assertThat(reason(SignatureStatus.MISMATCH, answer)).contains("changed after signing");
    assertThat(reason(SignatureStatus.UNVERIFIABLE, answer)).contains("nothing was known");
    assertThat(reason(SignatureStatus.EXPIRED, answer)).contains("expired");
  }

  @Test
  void aSignatureOfAnotherTimeIsAMatterOfTheClock() {
    AwsAnswer answer =
        AwsAnswer.of(400)
            .code("InvalidSignatureException")
            .date("Thu, 26 Nov 2026 10:20:00 GMT", NOW);

    assertThat(answer.kind(SignatureStatus.VALID)).isEqualTo(AnswerKind.REFUSED_CLOCK);
    assertThat(reason(SignatureStatus.VALID, answer)).contains("20 minutes behind AWS's");
  }

  @Test
  void datesAreReadAsTheyAreWritten() {
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    for (String time :
        new String[] {
          "1994-11-06T08:49:37Z", "2000-02-29T00:00:00Z", "2028-12-31T23:59:59Z",
          "2026-03-01T12:00:00Z", "2100-02-28T12:00:00Z", "2100-03-01T12:00:00Z"
        }) {
      Instant instant = Instant.parse(time);
      assertThat(HttpDate.millis(format.format(instant))).isEqualTo(instant.toEpochMilli());
    }
    for (String none :
        new String[] {null, "", "Sunday", "Sun, 06 Nov 1994 08:49:37 CET", "-".repeat(29)}) {
      assertThat(HttpDate.millis(none)).isZero();
    }
  }

  @Test
  void aRedirectAndAnUnknownErrorAreNotSureToBeAccepted() {
    assertThat(AwsAnswer.of(200).isSurelyAccepted()).isTrue();
    assertThat(AwsAnswer.of(404).code("NoSuchKey").isSurelyAccepted()).isTrue();
    assertThat(AwsAnswer.of(301).isSurelyAccepted()).isFalse();
    assertThat(AwsAnswer.of(404).code("NoSuchBucket").isSurelyAccepted()).isFalse();
    assertThat(AwsAnswer.of(403).code("AccessDenied").isSurelyAccepted()).isFalse();
    assertThat(AwsAnswer.of(500).isSurelyAccepted()).isFalse();
  }

  @Test
  void everyRefusalOfWhoAsksHasAReasonAndNothingElse() {
    for (ErrorCode code : ErrorCode.values()) {
      AwsAnswer answer = AwsAnswer.of(403).code(name(code));
      boolean isRefusal = code != ErrorCode.AUTHENTICATED;
      assertThat(answer.isAboutAuthentication()).isEqualTo(isRefusal);
      assertThat(reason(SignatureStatus.VALID, answer) != null).isEqualTo(isRefusal);
    }
    assertThat(AwsAnswer.of(403).isAboutAuthentication()).isTrue();
    assertThat(AwsAnswer.of(403).code("Throttling").isAboutAuthentication()).isFalse();
    assertThat(AwsAnswer.of(400).isAboutAuthentication()).isFalse();
  }

  private static String name(ErrorCode code) {
    return switch (code) {
      case SIGNATURE -> "SignatureDoesNotMatch";
      case INCOMPLETE -> "IncompleteSignature";
      case NO_SIGNATURE -> "MissingAuthenticationToken";
      case CLOCK -> "RequestInTheFuture";
      case TOKEN_EXPIRED -> "ExpiredToken";
      case UNKNOWN_KEY -> "InvalidAccessKeyId";
      case DENIED -> "UnauthorizedOperation";
      case AUTHENTICATED -> "NoSuchKey";
    };
  }

  private static String reason(SignatureStatus ours, AwsAnswer answer) {
    return AnswerReason.of(new AwsFacts.Builder().signature(ours).build(), answer);
  }
}
