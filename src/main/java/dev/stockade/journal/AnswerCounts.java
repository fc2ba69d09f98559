package dev.stockade.journal;

import dev.stockade.policy.aws.AnswerKind;
import dev.stockade.policy.aws.SignatureStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts how AWS answered the requests of each verdict, and what it answered that nobody was seen
 * to send. Thread-safe; counting takes no lock.
 */
public final class AnswerCounts {
  /** Services and HTTP clients of a program are few; what has no room is counted as others. */
  static final int MAX_UNSEEN = 64;

  private static final String OTHERS = "others";
  private static final String ANSWERED = "answered";
  private static final String SEEN = "seen";
  private static final String DISAGREED = "disagreed";
  private static final String UNSEEN = "unseen";

  private final LongAdder[][] answers =
      new LongAdder[SignatureStatus.values().length][AnswerKind.values().length];

  /** Those that were seen, but not judged: no verdict has them. */
  private final LongAdder unjudged = new LongAdder();

  private final LongAdder notSeen = new LongAdder();
  private final LongAdder disagreed = new LongAdder();
  private final ConcurrentHashMap<String, LongAdder> unseen = new ConcurrentHashMap<>();

  AnswerCounts() {
    for (LongAdder[] ofVerdict : answers) {
      for (int i = 0; i < ofVerdict.length; i++) {
        ofVerdict[i] = new LongAdder();
      }
    }
  }

  /**
   * An SDK or a program has an answer to a request that was seen on its way.
   *
   * @param verdict null where there is none
   * @param answer null only without a verdict
   */
  public void addSeen(SignatureStatus verdict, AnswerKind answer) {
    (verdict == null ? unjudged : answers[verdict.ordinal()][answer.ordinal()]).increment();
  }

  /** It has one to a request that nobody saw. */
  public void addNotSeen() {
    notSeen.increment();
  }

  /** AWS accepted what it would refuse if the verdict were right. */
  public void addDisagreement() {
    disagreed.increment();
  }

  /**
   * Nobody was seen to send it.
   *
   * @param transport the class of the HTTP client
   * @return whether this is the first of its kind
   */
  public boolean addUnseen(String service, String transport) {
    String name = service + " " + transport;
    boolean known = unseen.containsKey(name);
    unseen(known || unseen.size() < MAX_UNSEEN ? name : OTHERS).increment();
    return !known && unseen.containsKey(name);
  }

  private LongAdder unseen(String name) {
    LongAdder known = unseen.get(name);
    if (known == null) {
      LongAdder added = new LongAdder();
      known = unseen.putIfAbsent(name, added);
      known = known == null ? added : known;
    }
    return known;
  }

  public long of(SignatureStatus verdict, AnswerKind answer) {
    return answers[verdict.ordinal()][answer.ordinal()].sum();
  }

  /** Answers whose requests were seen, or should have been. */
  public long answered() {
    return seen() + notSeen.sum();
  }

  /** Of these the ones to requests that were seen on their way. */
  public long seen() {
    long all = unjudged.sum();
    for (LongAdder[] ofVerdict : answers) {
      for (LongAdder one : ofVerdict) {
        all += one.sum();
      }
    }
    return all;
  }

  public long disagreed() {
    return disagreed.sum();
  }

  /** Those that are not 0, by verdict and answer, as {@code valid.accepted}. */
  public Map<String, Long> byVerdict() {
    Map<String, Long> all = new LinkedHashMap<>();
    for (SignatureStatus verdict : SignatureStatus.values()) {
      for (AnswerKind answer : AnswerKind.values()) {
        long count = of(verdict, answer);
        if (count > 0) {
          all.put(verdict.label() + "." + answer.label(), count);
        }
      }
    }
    return all;
  }

  /** By service and class of the HTTP client, with a blank between. */
  public Map<String, Long> unseen() {
    Map<String, Long> all = new LinkedHashMap<>();
    unseen.forEach((name, count) -> all.put(name, count.sum()));
    return all;
  }

  /** For another engine. */
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>(byVerdict());
    members.put(ANSWERED, answered());
    members.put(SEEN, seen());
    members.put(DISAGREED, disagreed());
    members.put(UNSEEN, unseen());
    return members;
  }

  /** Another engine's {@link #members}. */
  void add(Map<?, ?> members) {
    long unknown = Legacy.number(members.get(SEEN));
    for (SignatureStatus verdict : SignatureStatus.values()) {
      for (AnswerKind answer : AnswerKind.values()) {
        long count = Legacy.number(members.get(verdict.label() + "." + answer.label()));
        answers[verdict.ordinal()][answer.ordinal()].add(count);
        unknown -= count;
      }
    }
    unjudged.add(unknown);
    notSeen.add(Legacy.number(members.get(ANSWERED)) - Legacy.number(members.get(SEEN)));
    disagreed.add(Legacy.number(members.get(DISAGREED)));
    if (members.get(UNSEEN) instanceof Map) {
      ((Map<?, ?>) members.get(UNSEEN))
          .forEach((name, count) -> unseen(String.valueOf(name)).add(Legacy.number(count)));
    }
  }
}
