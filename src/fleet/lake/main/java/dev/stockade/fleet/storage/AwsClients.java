package dev.stockade.fleet.storage;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * What all clients of AWS have in common here: the JDK's own HTTP client, the SDK's default chain
 * of credentials, its variables (AWS_REGION, AWS_ENDPOINT_URL and so on), and bounded patience.
 */
public final class AwsClients {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration READ = Duration.ofSeconds(30);

  /** For one answer; the largest file has 256 MB. */
  private static final Duration ATTEMPT = Duration.ofMinutes(10);

  private AwsClients() {}

  /** Requires a region, by the SDK's chain; see {@link #region}. */
  public static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B with(
      B builder, int attempts) {
    return builder
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(READ))
        .overrideConfiguration(
            overrides ->
                overrides
                    .apiCallAttemptTimeout(ATTEMPT)
                    .retryStrategy(
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .maxAttempts(attempts)
                            .build()));
  }

  /** As variables, system properties, the profile or the machine say; null where none does. */
  public static Region region() {
    try {
      return DefaultAwsRegionProviderChain.builder().build().getRegion();
    } catch (SdkClientException e) {
      return null;
    }
  }
}
