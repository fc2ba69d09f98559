package dev.stockade.apps;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/**
 * {@link Load} with the AWS SDK for Java 2: {@code count threads}. All threads read one DynamoDB
 * item again and again through one client, over the SDK's own choice of HTTP client.
 */
public final class SdkLoad {
  private SdkLoad() {}

  public static void main(String[] args) throws Exception {
    AwsCall.prepare();
    AwsCall call = new AwsCall("dynamodb-get");
    try (DynamoDbClient client =
        SdkV2Calls.configured(DynamoDbClient.builder(), call, call.endpoint("dynamodb")).build()) {
      GetItemRequest request =
          GetItemRequest.builder().tableName(AwsCall.TABLE).key(SdkV2Sync.item()).build();
      new Load(() -> read(client, request), Integer.parseInt(args[1]))
          .answer(Integer.parseInt(args[0]));
    }
  }

  private static Void read(DynamoDbClient client, GetItemRequest request) {
    if (!client.getItem(request).hasItem()) {
      throw new IllegalStateException("the server of the benchmarks has the item");
    }
    return null;
  }
}
