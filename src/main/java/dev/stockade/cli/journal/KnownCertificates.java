package dev.stockade.cli.journal;

import static dev.stockade.journal.record.RecordFields.CURVE;
import static dev.stockade.journal.record.RecordFields.ISSUER;
import static dev.stockade.journal.record.RecordFields.KEY_BITS;
import static dev.stockade.journal.record.RecordFields.KEY_TYPE;
import static dev.stockade.journal.record.RecordFields.NOT_AFTER;
import static dev.stockade.journal.record.RecordFields.NOT_BEFORE;
import static dev.stockade.journal.record.RecordFields.SELF_SIGNED;
import static dev.stockade.journal.record.RecordFields.SERIAL;
import static dev.stockade.journal.record.RecordFields.SHA256;
import static dev.stockade.journal.record.RecordFields.SIGNATURE_ALGORITHM;
import static dev.stockade.journal.record.RecordFields.SUBJECT;
import static dev.stockade.journal.record.RecordFields.X509;

import dev.stockade.cli.command.JsonView;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.record.RecordFields;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.CertificateFacts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The certificates that records describe: those of handshakes only name them. Which authorities
 * came with one is not told; by them nothing is refused. Thread-safe.
 */
final class KnownCertificates {
  /** A forged journal could describe any number. */
  private static final int MAX = 10_000;

  private static final byte[] NAME = ascii("\"" + RecordFields.KIND + "\":");
  private static final byte[] KIND = ascii("\"" + EventKind.TLS_CERTIFICATE.label() + "\"");

  /** Where the kind is named in lines as this product writes them. */
  private static final int USUAL_PLACE = "{\"time\":\"2026-11-23T18:45:00.123Z\",".length();

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /** By their first digits. */
  private final Map<String, CertificateChain> known =
      new LinkedHashMap<String, CertificateChain>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CertificateChain> eldest) {
          return size() > MAX;
        }
      };

  /**
   * The certificate that a handshake names.
   *
   * @param id may be null
   * @return null where no record described it
   */
  synchronized CertificateChain named(String id) {
    return id == null ? null : known.get(id);
  }

  /** The lines of a block that may be such records. */
  static List<byte[]> describedIn(Block block) {
    List<byte[]> lines = new ArrayList<>();
    for (int start = 0; start < block.length; ) {
      int end = block.endOfLine(start);
      if (isDescribedIn(block.bytes, start, end) && end - start <= HeldLine.MAX_LENGTH) {
        lines.add(Arrays.copyOfRange(block.bytes, start, end));
      }
      start = end + 1;
    }
    return lines;
  }

  /** Where the kind stands in its usual place, that decides; else it may be anywhere. */
  private static boolean isDescribedIn(byte[] line, int start, int end) {
    if (isAt(NAME, line, start + USUAL_PLACE, end)) {
      return isAt(KIND, line, start + USUAL_PLACE + NAME.length, end);
    }
    for (int at = start; at + KIND.length <= end; at++) {
      if (isAt(KIND, line, at, end)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(byte[] text, byte[] line, int at, int end) {
    if (at + text.length > end) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if (line[at + i] != text[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Takes what a record describes. */
  synchronized void take(JsonView record) {
    JsonView certificate = record.below(X509);
    if (certificate == null) {
      return;
    }
    String sha256 = certificate.text(SHA256);
    if (sha256 == null || !SHA_256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("record.x509.sha256 must have 64 digits");
    }
    CertificateFacts facts =
        new CertificateFacts.Builder(sha256)
            .issued(certificate.text(SUBJECT), certificate.text(ISSUER), certificate.text(SERIAL))
            .key(certificate.text(KEY_TYPE), certificate.small(KEY_BITS), certificate.text(CURVE))
            .signatureAlgorithm(certificate.text(SIGNATURE_ALGORITHM))
            .valid(time(certificate, NOT_BEFORE), time(certificate, NOT_AFTER))
            .selfSigned(certificate.flag(SELF_SIGNED))
            .build();
    known.put(facts.id(), new CertificateChain(Collections.singletonList(facts)));
  }

  /** 0 where it is not told. */
  private static long time(JsonView certificate, String name) {
    return certificate.has(name) ? RecordTime.of(certificate, name) : 0;
  }
}
