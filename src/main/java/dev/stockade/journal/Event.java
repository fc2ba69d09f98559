package dev.stockade.journal;

import dev.stockade.policy.Action;
import dev.stockade.policy.AwsFacts;
import dev.stockade.policy.Finding;
import dev.stockade.policy.TlsFacts;
import dev.stockade.policy.Verdict;

/** One thing that happened, as it waits in the ring to be written. */
public final class Event {
  private final Kind kind;
  private final long time;
  private final Action action;
  private final Finding finding;
  private final TlsFacts tls;
  private final AwsFacts aws;
  private final CodePlace code;

  private Event(
      Kind kind,
      long time,
      Action action,
      Finding finding,
      TlsFacts tls,
      AwsFacts aws,
      CodePlace code) {
    this.kind = kind;
    this.time = time;
    this.action = action;
    this.finding = finding;
    this.tls = tls;
    this.aws = aws;
    this.code = code;
  }

  /**
   * @param time milliseconds since the epoch
   * @param action null where nothing was decided
   * @param finding null where the policy was not asked
   * @param tls null for events that are not about a handshake
   * @param code the application's place that caused it, or null
   */
  public Event(Kind kind, long time, Action action, Finding finding, TlsFacts tls, CodePlace code) {
    this(kind, time, action, finding, tls, null, code);
  }

  /** A request to AWS; otherwise like the constructor. */
  public static Event ofAws(
      Kind kind, long time, Action action, Finding finding, AwsFacts aws, CodePlace code) {
    return new Event(kind, time, action, finding, null, aws, code);
  }

  public Kind kind() {
    return kind;
  }

  public long time() {
    return time;
  }

  public Action action() {
    return action;
  }

  public Finding finding() {
    return finding;
  }

  /** The finding's reason, or null. */
  public String reason() {
    return finding == null ? null : finding.reason();
  }

  public TlsFacts tls() {
    return tls;
  }

  /** Null for events that are not about a request to AWS. */
  public AwsFacts aws() {
    return aws;
  }

  public CodePlace code() {
    return code;
  }

  /** The finding's verdict, or null without a finding. */
  Verdict verdict() {
    return finding == null ? null : finding.verdict();
  }
}
