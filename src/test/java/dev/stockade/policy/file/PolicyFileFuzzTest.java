package dev.stockade.policy.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any file is a policy or has an error with a line, in one short sentence. */
class PolicyFileFuzzTest {
  static Stream<byte[]> files() {
    return Stream.of(
            """
            mode: canary
            profile: aws-outposts
            journal.keep: 3
            summary: true
            log: info
            """,
            "rules:\n  aws.unsigned: {stage: audit}\n  tls.hostname: off\n",
            """
            exceptions:
              - id: a
                match: {host: '*.erp', cidr: 10.0.0.0/8, code: com.acme}
                allow: {min-version: TLSv1.1, suites: [TLS_RSA_WITH_RC4_128_SHA]}
                owner: o
                reason: >-
                  two
                  lines
                expires: 2027-03-31
            """,
            "canary: {percent: 10, rollback: {max-blocked: 5%, window: 5m}, fuse: {window: 1h}}\n",
            "candidate:\n  profile: pq-ready\n  expired-exceptions: enforce\n",
            "&a [*a, !!str \"\\u0041\", ? b : c, | \n x]\n---\n%YAML 1.2\n")
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("files")
  @DictionaryEntries({
    "exceptions:",
    "match:",
    "allow:",
    "rules:",
    "candidate:",
    "canary:",
    "- ",
    ": "
  })
  @FuzzTest(maxDuration = "3s")
  void anyFile(byte[] bytes) {
    PolicyFile file = PolicyFile.parse("f", bytes, 1_800_000_000_000L);

    int last = 0;
    boolean error = false;
    for (Problem problem : file.problems()) {
      assertThat(problem.line()).isGreaterThanOrEqualTo(Math.max(1, last));
      assertThat(problem.sentence()).isNotBlank().hasSizeLessThan(500);
      assertThat(problem.toString().chars()).noneMatch(c -> Character.isISOControl(c));
      last = problem.line();
      error |= problem.isError();
    }
    assertThat(file.isUsable()).isEqualTo(!error);
    assertThat(file.policy()).isNotNull();
    assertThat(file.digest()).startsWith("sha256:");
  }
}
