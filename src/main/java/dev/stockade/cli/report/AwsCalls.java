package dev.stockade.cli.report;

import dev.stockade.cli.command.JsonView;
import dev.stockade.cli.command.YamlText;
import dev.stockade.cli.journal.Counts;
import dev.stockade.cli.journal.RecordedFact;
import dev.stockade.cli.journal.SeenRecord;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.record.RecordFields;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Requests to AWS by service, region, credential, signature and client, and what AWS answered. */
final class AwsCalls {
  static final int MAX = 2000;
  private static final int MAX_LENGTH = 300;

  private final Map<String, Call> calls = new LinkedHashMap<>();
  private long further;
  final Tally answers = new Tally();
  final Tally errors = new Tally();

  /** By who sent it. */
  final Tally unseen = new Tally();

  final Tally rules = new Tally();

  /** What counts a record. */
  Consumer<SeenRecord> of(RecordedFact fact, Judged judged) {
    AwsFacts aws = fact.aws();
    String credential = aws.credential() == null ? "-" : aws.credential().label();
    String signature = aws.signature() == null ? "-" : aws.signature().label();
    String[] names = {
      text(aws.service()), text(aws.region()), credential, signature, text(aws.client())
    };
    String key = String.join("\0", names);
    Call call = calls.get(key);
    if (call == null && calls.size() < MAX) {
      call = new Call(names);
      calls.put(key, call);
    }
    Call its = call;
    if (its != null) {
      its.verdict = its.verdict.or(judged.verdict);
    }
    return record -> {
      for (Rule rule : judged.rules) {
        rules.add(rule.id(), record.count());
      }
      if (its == null) {
        further = Counts.sum(further, record.count());
      } else {
        its.add(record);
      }
    };
  }

  /** What AWS said, where the record is about that. */
  void takeAnswer(SeenRecord record, JsonView view) {
    JsonView http = view.below(RecordFields.HTTP);
    JsonView aws = view.below(RecordFields.AWS);
    if (EventKind.AWS_UNSEEN.label().equals(record.line().kind())) {
      String client = http == null ? null : http.text(RecordFields.CLIENT);
      unseen.add(text(client), record.count());
    } else if (EventKind.AWS_ANSWER.label().equals(record.line().kind()) && aws != null) {
      String signature = text(aws.text(RecordFields.SIGNATURE));
      answers.add(signature + ", " + text(aws.text(RecordFields.ANSWER)), record.count());
      errors.add(aws.text(RecordFields.ERROR_CODE), record.count());
    }
  }

  private static String text(String name) {
    return name == null ? "-" : YamlText.cut(name, MAX_LENGTH);
  }

  /** The worst first, then the most frequent. */
  List<Call> all() {
    List<Call> all = new ArrayList<>(calls.values());
    all.sort(
        (a, b) -> {
          int worse = b.verdict.compareTo(a.verdict);
          return worse != 0 ? worse : Long.compare(b.count(), a.count());
        });
    return all;
  }

  /** Requests beyond what could be told apart. */
  long further() {
    return further;
  }

  /** Requests that are alike. */
  static final class Call extends Span {
    /** Service, region, credential, signature, client. */
    final String[] names;

    Verdict verdict = Verdict.PASS;

    Call(String[] names) {
      this.names = names;
    }
  }
}
