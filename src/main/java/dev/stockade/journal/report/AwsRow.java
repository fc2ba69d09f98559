package dev.stockade.journal.report;

import dev.stockade.journal.Event;
import dev.stockade.policy.aws.AwsFacts;

/** One line of the summary: requests to one service that stand alike. */
final class AwsRow extends SummaryRow {
  static final String[] HEAD = {
    "verdict", "AWS service", "region", "count", "credential", "signature", "client", "rules"
  };

  private final String service;
  private final String region;
  private final String credential;
  private final String signature;
  private final String client;

  AwsRow(Event event) {
    super(event);
    AwsFacts aws = event.aws();
    service = orDash(aws.service() == null ? aws.host() : aws.service());
    region = orDash(aws.region());
    credential = aws.credential() == null ? "-" : aws.credential().label();
    signature = aws.signature() == null ? "-" : aws.signature().label();
    client = orDash(aws.client());
  }

  @Override
  String key() {
    return word
        + '\n'
        + service
        + '\n'
        + region
        + '\n'
        + credential
        + '\n'
        + signature
        + '\n'
        + client
        + '\n'
        + rules;
  }

  @Override
  String[] cells() {
    return new String[] {
      word, service, region, Long.toString(count), credential, signature, client, shortRules()
    };
  }
}
