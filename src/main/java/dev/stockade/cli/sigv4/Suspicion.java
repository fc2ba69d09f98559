package dev.stockade.cli.sigv4;

import dev.stockade.cli.sigv4.SignedText.Part;

/** A part of the signed text as a signer with an error would have it. */
final class Suspicion {
  private final Part part;
  private final String text;
  private final String sentence;

  /**
   * @param sentence what the error is; shows no value of the request
   */
  Suspicion(Part part, String text, String sentence) {
    this.part = part;
    this.text = text;
    this.sentence = sentence;
  }

  Part part() {
    return part;
  }

  String text() {
    return text;
  }

  String sentence() {
    return sentence;
  }
}
