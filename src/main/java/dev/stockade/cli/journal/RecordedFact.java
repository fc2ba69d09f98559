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
  String service;
  String instance;
  String profile;

  RecordedFact() {}

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

  public Verdict verdict() {
    return verdict;
  }

  /** Null where nothing was decided. */
  public Action action() {
    return action;
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

  /** Null where not known. */
  public String service() {
    return service;
  }

  public String profile() {
    return profile;
  }

  Peer peer() {
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

  public boolean isBlocked() {
    return action == Action.BLOCKED;
  }

  boolean isRefusal() {
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
