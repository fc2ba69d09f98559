package dev.stockade.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.text.PercentEncoding;
import dev.stockade.policy.rule.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds pieces of a request's secrets in what is said of it. */
final class Secrecy {
  /** Shorter pieces may be there by chance. */
  private static final int PIECE = 9;

  private static final int MAX_SENTENCE = 1000;
  private static final Pattern SIGNATURE = Pattern.compile("(?i)Signature=([0-9a-f]{32,})");
  private static final Pattern NAMED =
      Pattern.compile("(?i)(?:SignedHeaders|Credential)=([^,&\\s]*)");

  private Secrecy() {}

  static void check(RequestHead head, VerificationResult verification) {
    List<String> said = new ArrayList<>();
    if (verification.diagnosis() != null) {
      said.add(verification.diagnosis());
    }
    check(head, said, verification.observations());
  }

  static void check(RequestHead head, List<String> said, List<Observation> observations) {
    List<String> sentences = new ArrayList<>(said);
    observations.forEach(observation -> sentences.add(observation.reason()));
    if (sentences.isEmpty()) {
      return;
    }
    List<String> secrets = secrets(head);
    String shown = null;
    for (String sentence : sentences) {
      assertThat(sentence.length()).isLessThan(MAX_SENTENCE);
      for (String secret : secrets) {
        for (int i = 0; i + PIECE <= secret.length(); i++) {
          String piece = secret.substring(i, i + PIECE);
          if (sentence.contains(piece)) {
            shown = shown == null ? shown(head) : shown;
            assertThat(shown).as(sentence).contains(piece);
          }
        }
      }
    }
  }

  private static List<String> secrets(RequestHead head) {
    List<String> secrets = new ArrayList<>(List.of(SignedSamples.TOKEN, SignedSamples.VALUE));
    for (String text : new String[] {head.target(), head.first("authorization")}) {
      Matcher signature = SIGNATURE.matcher(text == null ? "" : text);
      while (signature.find()) {
        secrets.add(signature.group(1));
      }
    }
    return secrets;
  }

  /** Names and scopes may be told: where the fuzzer made a name of a secret, it is none. */
  private static String shown(RequestHead head) {
    StringBuilder shown = new StringBuilder().append(head.first("x-amz-region-set"));
    for (int i = 0; i < head.size(); i++) {
      shown.append('\n').append(head.name(i));
    }
    for (String text : new String[] {head.target(), head.first("authorization")}) {
      Matcher named = NAMED.matcher(text == null ? "" : text);
      while (named.find()) {
        shown.append('\n').append(named.group(1));
        shown.append('\n').append(PercentEncoding.decoded(named.group(1)));
      }
    }
    return shown.toString();
  }
}
