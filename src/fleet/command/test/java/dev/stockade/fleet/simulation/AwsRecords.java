package dev.stockade.fleet.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Requests to AWS of one life, and the answers with their ids where the service writes those. */
final class AwsRecords {
  private static final Map<String, List<String>> OPERATIONS =
      Map.of(
          "kms", List.of("Decrypt", "GenerateDataKey"),
          "s3", List.of("GetObject", "PutObject", "ListBuckets"),
          "dynamodb", List.of("GetItem", "PutItem"),
          "sts", List.of("AssumeRole", "GetCallerIdentity"),
          "secretsmanager", List.of("GetSecretValue"),
          "sqs", List.of("SendMessage", "ReceiveMessage"));
  private static final long KEY_LIFE = 6 * 3_600_000L;
  private static final char[] BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();

  private final RecordFrame frame;
  private final HandshakeRecords handshakes;
  private final SplittableRandom random;
  private final Consumer<AwsCall> trail;
  private final Tally tally;
  private final Map<String, Destination> connected = new HashMap<>();

  /**
   * @param trail is told of each call whose record was written
   */
  AwsRecords(
      RecordFrame frame,
      HandshakeRecords handshakes,
      SplittableRandom random,
      Consumer<AwsCall> trail,
      Tally tally) {
    this.frame = frame;
    this.handshakes = handshakes;
    this.random = random;
    this.trail = trail;
    this.tally = tally;
  }

  /** Some calls of one kind within a minute: a handshake, the request, answers, the fold. */
  void calls(long millis) {
    SimulatedService service = frame.life().service();
    String aws = service.aws().get(random.nextInt(service.aws().size()));
    List<String> operations = OPERATIONS.get(aws);
    String operation = operations.get(random.nextInt(operations.size()));
    String host = aws + "." + service.region() + ".amazonaws.com";
    Destination to = connected.get(host);
    if (to == null || random.nextInt(10) == 0) {
      to = connected.computeIfAbsent(host, AwsRecords::endpoint);
      handshakes.outbound(to, millis);
    }
    int calls = 1 + random.nextInt(6);
    long at = millis + 5;
    if (!frame.isFull()) {
      request(aws, operation, host, at, 0);
    }
    int told = 0;
    for (int i = 0; i < calls && !frame.isFull(); i++) {
      boolean data = isData(aws, operation);
      AwsCall call =
          new AwsCall(
              at + 7L * i,
              aws,
              operation,
              data,
              aws.equals("s3"),
              random.nextLong(),
              random.nextLong(),
              key(frame.life(), at),
              host,
              to.version().equals("TLSv1.2"));
      if (service.ids()) {
        answer(call);
      } else if (i > 0) {
        told++;
      }
      trail.accept(call);
    }
    told = service.ids() ? calls - 1 : told;
    if (told > 0 && !frame.isFull()) {
      request(aws, operation, host, millis + 60_000, told);
    }
  }

  private static Destination endpoint(String host) {
    boolean tls12 = host.startsWith("secretsmanager");
    return new Destination(
        host,
        "52.94.5." + (1 + Math.floorMod(host.hashCode(), 250)),
        443,
        tls12 ? "TLSv1.2" : "TLSv1.3",
        tls12 ? "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256" : "TLS_AES_128_GCM_SHA256",
        tls12 ? "secp256r1" : host.startsWith("kms") ? "X25519MLKEM768" : "x25519",
        null,
        null,
        host.hashCode() * 0x9E3779B97F4A7C15L);
  }

  private static boolean isData(String aws, String operation) {
    return aws.equals("dynamodb") || aws.equals("sqs") || operation.endsWith("Object");
  }

  /** The id of the access key that a process has at a time. */
  static String key(Life life, long millis) {
    boolean isStatic = isStatic(life.service());
    long from =
        isStatic
            ? life.service().name().hashCode()
            : life.id() + (millis / KEY_LIFE) * 0xBF58476D1CE4E5B9L;
    long bits = from * 0x9E3779B97F4A7C15L;
    StringBuilder id = new StringBuilder(isStatic ? "AKIA" : "ASIA");
    for (int i = 0; i < 16; i++) {
      bits = bits * 6364136223846793005L + 1442695040888963407L;
      id.append(BASE32[(int) (bits >>> 59)]);
    }
    return id.toString();
  }

  /** A service that still has a long-term key. */
  static boolean isStatic(SimulatedService service) {
    return service.name().startsWith("fraud");
  }

  private void request(String aws, String operation, String host, long millis, long count) {
    LineText line = frame.begin("aws.request", millis);
    boolean isStatic = isStatic(frame.life().service());
    line.add(",\"verdict\":\"").add(isStatic ? "note" : "pass").add("\",\"action\":\"allowed\"");
    if (isStatic) {
      frame.finding(
          "aws.credentials.long-term",
          "the request is signed with a long-term access key (AKIA), not with temporary"
              + " credentials");
    }
    aws(aws, operation, key(frame.life(), millis));
    line.add("},\"http\":{\"client\":\"apache5\",\"method\":\"POST\",\"host\":\"").add(host);
    line.add("\"}");
    tally.add("requests.n", count == 0 ? 1 : count);
    if (count == 0) {
      frame.end();
    } else {
      frame.end(count, millis - 59_000, millis - 100);
    }
  }

  private void answer(AwsCall call) {
    LineText line = frame.begin("aws.answer", call.time() + 20);
    line.add(",\"verdict\":\"pass\",\"action\":\"allowed\"");
    aws(call.service(), call.operation(), call.key());
    line.add(",\"answer\":\"accepted\",\"requestId\":\"");
    call.id(line).add("\"},\"http\":{\"client\":\"apache5\",\"method\":\"POST\",\"host\":\"");
    line.add(call.host()).add("\",\"status\":200}");
    frame.end();
    tally.add("answers", 1);
  }

  private void aws(String aws, String operation, String key) {
    LineText line = frame.line().add(",\"aws\":{\"partition\":\"aws\",\"service\":\"").add(aws);
    line.add("\",\"region\":\"").add(frame.life().service().region());
    line.add("\",\"operation\":\"").add(operation).add("\",\"credential\":\"");
    line.add(key.startsWith("AKIA") ? "static" : "temporary").add("\",\"accessKey\":\"");
    line.key(key.substring(key.length() - 4)).add("\",\"signature\":\"valid\"");
  }
}
