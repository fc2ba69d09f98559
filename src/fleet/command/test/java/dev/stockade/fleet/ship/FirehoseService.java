package dev.stockade.fleet.ship;

import dev.stockade.cli.command.JsonView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Firehose as its API reference has it; of its first call every third record fails. */
final class FirehoseService implements AwsStandIn.Service {
  final StringBuilder stored = new StringBuilder();
  private int puts;

  @Override
  public synchronized String answer(String operation, JsonView request) {
    if (!operation.equals("PutRecordBatch")) {
      throw new IllegalArgumentException("what is " + operation);
    }
    puts++;
    List<JsonView> records = request.each("Records");
    long bytes = 0;
    int failed = 0;
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      byte[] data = Base64.getDecoder().decode(records.get(i).text("Data"));
      bytes += data.length;
      if (puts == 1 && i % 3 == 0) {
        failed++;
        answers.add("{\"ErrorCode\":\"ServiceUnavailableException\"}");
      } else {
        stored.append(new String(data, StandardCharsets.UTF_8));
        answers.add("{\"RecordId\":\"r\"}");
      }
    }
    if (records.size() > 500 || bytes > 4 << 20) {
      throw new IllegalArgumentException(records.size() + " records, " + bytes + " bytes");
    }
    return "{\"FailedPutCount\":"
        + failed
        + ",\"RequestResponses\":["
        + String.join(",", answers)
        + "]}";
  }
}
