package dev.stockade.policy.tls;

import dev.stockade.base.IsoTime;

/** What is wrong with a certificate, which one it is, and what to do. */
final class CertificateSentence {
  private static final long DAY = 86_400_000;

  private static final int DATE = "2026-11-30".length();

  private CertificateSentence() {}

  /**
   * Of one that ends soon, or has ended.
   *
   * @param whose {@code own} or {@code the server's}
   */
  static String ending(String whose, CertificateFacts certificate, long now) {
    long left = certificate.notAfter() - now;
    String date = IsoTime.of(certificate.notAfter()).substring(0, DATE);
    return which(whose, 0, certificate)
        + (left < 0
            ? " ended on " + date + ", " + days(-left) + " ago"
            : " ends on " + date + ", in " + days(left))
        + todo(whose, "renew it");
  }

  static String smallKey(
      String whose, int position, CertificateFacts certificate, String profile, int least) {
    return which(whose, position, certificate)
        + " has a key of "
        + certificate.keyBits()
        + " bits ("
        + certificate.keyType()
        + "), profile "
        + profile
        + " needs "
        + least
        + todo(whose, "renew it with a larger key");
  }

  static String brokenSignature(String whose, int position, CertificateFacts certificate) {
    return which(whose, position, certificate)
        + " is signed with "
        + certificate.signatureAlgorithm()
        + ", which can be forged"
        + todo(whose, "have it signed with SHA-256");
  }

  private static String which(String whose, int position, CertificateFacts certificate) {
    StringBuilder which = new StringBuilder();
    if (position == 0) {
      which.append(whose).append(" certificate ");
    } else {
      which.append("in ").append(whose).append(" chain authority ");
    }
    if (certificate.subject() == null || certificate.subject().isEmpty()) {
      return which.append(certificate.id()).toString();
    }
    appendOneLine(which, certificate.subject());
    return which.append(" (").append(certificate.id()).append(')').toString();
  }

  /** An exception's message or a log may be read where no one escapes. */
  private static void appendOneLine(StringBuilder out, String subject) {
    for (int i = 0; i < subject.length(); i++) {
      char c = subject.charAt(i);
      out.append(Character.isISOControl(c) ? '?' : c);
    }
  }

  private static String days(long millis) {
    long days = millis / DAY;
    return days == 0 ? "less than a day" : days == 1 ? "1 day" : days + " days";
  }

  private static String todo(String whose, String what) {
    return whose.equals("own") ? ": " + what : ": ask its owner to " + what;
  }
}
