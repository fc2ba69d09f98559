package dev.stockade.journal.jfr;

import dev.stockade.journal.Event;
import dev.stockade.policy.aws.AwsFacts;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A request to AWS, sent or refused. */
@Name("stockade.AwsRequest")
@Label("AWS Request")
@Description("A request to AWS as Stockade judged it, sent or refused")
@Category("Stockade")
final class AwsRequestEvent extends DecisionEvent {
  String partition;
  String service;
  String region;
  String operation;
  String credential;

  @Label("Access Key, Last Characters")
  String accessKey;

  String signature;

  @Label("HTTP Client")
  String httpClient;

  @Label("HTTP Method")
  String httpMethod;

  @Label("HTTP Host")
  String httpHost;

  @Override
  void take(Event event) {
    super.take(event);
    AwsFacts aws = event.aws();
    partition = aws.partition();
    service = aws.service();
    region = aws.region();
    operation = aws.operation();
    credential = aws.credential() == null ? null : aws.credential().label();
    accessKey = aws.accessKey() == null ? null : "\u2026" + aws.accessKey();
    signature = aws.signature() == null ? null : aws.signature().label();
    httpClient = aws.client();
    httpMethod = aws.method();
    httpHost = aws.host();
  }
}
