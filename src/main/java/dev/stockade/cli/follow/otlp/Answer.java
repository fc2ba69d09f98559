package dev.stockade.cli.follow.otlp;

/** What became of a request. */
final class Answer {
  /** Whether it is to be sent again, gone through, or will never be taken. */
  enum Outcome {
    TAKEN,
    /** The collector is away, or asks to wait. */
    LATER,
    /** This request is wrong for the collector, others may not be. */
    REFUSED,
    /** No request of ours will be taken, before somebody does something. */
    NEVER
  }

  final Outcome outcome;

  /** For people; null where all is well. */
  final String sentence;

  /** Of a request that was taken, the records that were not. */
  final long rejected;

  /** Milliseconds that the collector asks to wait; -1 where it does not say. */
  final long wait;

  Answer(Outcome outcome, String sentence, long rejected, long wait) {
    this.outcome = outcome;
    this.sentence = sentence;
    this.rejected = rejected;
    this.wait = wait;
  }

  static Answer of(Outcome outcome, String sentence) {
    return new Answer(outcome, sentence, 0, -1);
  }
}
