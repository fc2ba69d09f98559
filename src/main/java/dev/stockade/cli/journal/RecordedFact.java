package dev.stockade.cli.journal;

import dev.stockade.cli.command.YamlText;
import dev.stockade.journal.EventKind;
import dev.stockade.policy.Peer;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.TlsFacts;
import java.util.List;

/** A handshake or request as a journal has it. Immutable once read. */
public final class RecordedFact {
  /** An engine of the AWS CRT: its records are about a context, not a connection. */
  private static final String CONTEXT = "TlsContext";

  /** A host's name with a port is shorter. */
  private static final int MAX_LENGTH = 300;

  EventKind kind;

  /** When it was seen last, in milliseconds since the epoch. */
  long last;

  long first;

  /** How many of the same kind the record stands for. */
  long count;

  Verdict verdict;

  /** Null where nothing was decided. */
  Action action;

  List<Rule> rules;
  String reason;

  /** Of these two one is null. */
  TlsFacts tls;

  AwsFacts aws;

  /** The calling class, its method and jar; null where not known. */
  String code;

  String method;
  String jar;

  /** The id of the exception that it needed; null for none. */
  String exception;

  String mode;
  String service;
  String instance;

  /** The name of the process among all. */
  String process;

  String profile;

  RecordedFact() {}

  /** The same, seen at another time. */
  RecordedFact at(long first, long last, long count) {
    RecordedFact other = new RecordedFact();
    other.kind = kind;
    other.first = first;
    other.last = last;
    other.count = count;
    other.verdict = verdict;
    other.action = action;
    other.rules = rules;
    other.reason = reason;
    other.tls = tls;
    other.aws = aws;
    other.code = code;
    other.method = method;
    other.jar = jar;
    other.exception = exception;
    other.mode = mode;
    other.service = service;
    other.instance = instance;
    other.process = process;
    other.profile = profile;
    return other;
  }

  /** When it was seen first, in milliseconds since the epoch. */
  public long first() {
    return first;
  }

  public long last() {
    return last;
  }

  /** How many of the same kind the record stands for. */
  public long count() {
    return count;
  }

  public EventKind kind() {
    return kind;
  }

  public Verdict verdict() {
    return verdict;
  }

  /** Null where nothing was decided. */
  public Action action() {
    return action;
  }

  public List<Rule> rules() {
    return rules;
  }

  /** Null for none. */
  public String reason() {
    return reason;
  }

  /** Null for a request. */
  public TlsFacts tls() {
    return tls;
  }

  /** Null for a handshake. */
  public AwsFacts aws() {
    return aws;
  }

  /** The calling class; null where not known, as the next two. */
  public String code() {
    return code;
  }

  public String method() {
    return method;
  }

  public String jar() {
    return jar;
  }

  /** The id of the exception without which it would be worse; null for none. */
  public String exception() {
    return exception;
  }

  /** Null where not known. */
  public String service() {
    return service;
  }

  public String instance() {
    return instance;
  }

  /** The name of the process among all. */
  public String process() {
    return process;
  }

  public String mode() {
    return mode;
  }

  public String profile() {
    return profile;
  }

  public Peer peer() {
    return tls != null ? Peer.of(tls) : Peer.of(aws);
  }

  /** A client's own name in {@code in from 10.0.0.7}, else where it went. */
  public String destination() {
    Peer peer = peer();
    if (peer.direction() == Direction.IN) {
      return peer.ip() == null ? "in" : YamlText.cut("in from " + peer.ip(), MAX_LENGTH);
    }
    return YamlText.cut(peer.destination(), MAX_LENGTH);
  }

  /** Version and suite, or service and operation; null where not known. */
  String what() {
    if (tls != null) {
      return tls.version() + " " + tls.cipher();
    }
    return aws.operation() == null ? null : aws.service() + " " + aws.operation();
  }

  /** Whether it counts as a handshake or a request: what many connections share does not. */
  public boolean isConnection() {
    return tls == null || !CONTEXT.equals(tls.engine());
  }

  public boolean isBlocked() {
    return action == Action.BLOCKED;
  }

  public boolean isRefusal() {
    return isBlocked() || action == Action.WOULD_BLOCK;
  }

  /** Whether it went so far that something was agreed; else all depended on what was offered. */
  public boolean isJudgeable() {
    return aws != null
        || (kind != EventKind.TLS_FAILED && tls.version() != null && tls.cipher() != null);
  }

  /** Whether parts of an offer were taken out, or would be, before it passed. */
  boolean isNarrowed() {
    return action == Action.WOULD_HARDEN || action == Action.HARDENED;
  }
}
