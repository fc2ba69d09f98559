package dev.stockade.fleet.ship;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.fleet.storage.AwsClients;
import dev.stockade.fleet.storage.AwsFailures;
import dev.stockade.fleet.storage.Storages;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.firehose.FirehoseClient;

/** Opens what {@code --to} names. */
final class Destinations {
  private static final String LOGS = "cloudwatch-logs:";
  private static final String FIREHOSE = "firehose:";

  /** Amazon CloudWatch Logs API, CreateLogGroup. */
  private static final Pattern GROUP = Pattern.compile("[.\\-_/#A-Za-z0-9]{1,512}");

  /** Amazon Data Firehose API, CreateDeliveryStream. */
  private static final Pattern STREAM = Pattern.compile("[a-zA-Z0-9_.-]{1,64}");

  /** Ours come on top of the SDK's own. */
  private static final int ATTEMPTS = 3;

  private Destinations() {}

  static Destination of(String to, Consumer<String> remarks) {
    if (Storages.isS3(to)) {
      return new S3Destination(Storages.of(to));
    }
    try {
      if (isFor(to, LOGS, GROUP)) {
        return new LogsDestination(
            AwsClients.with(CloudWatchLogsClient.builder(), ATTEMPTS).build(),
            to.substring(LOGS.length()),
            host(),
            remarks);
      }
      if (isFor(to, FIREHOSE, STREAM)) {
        return new FirehoseDestination(
            AwsClients.with(FirehoseClient.builder(), ATTEMPTS).build(),
            to.substring(FIREHOSE.length()),
            remarks);
      }
    } catch (SdkException e) {
      throw AwsFailures.of(to, "anything", e);
    }
    throw CommandFailure.usage(
        "--to is s3://bucket/prefix, cloudwatch-logs:GROUP or firehose:STREAM, not " + to);
  }

  private static boolean isFor(String to, String start, Pattern name) {
    return to.startsWith(start) && name.matcher(to.substring(start.length())).matches();
  }

  /** Of this machine or container; names a stream of the log group. */
  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9._-]", "_");
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
