package dev.stockade.apps;

import static dev.stockade.apps.AwsCall.BUCKET;
import static dev.stockade.apps.AwsCall.ROLE;
import static dev.stockade.apps.AwsCall.TABLE;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.sts.StsAsyncClient;

/** The operations with the SDK's clients that do not block. */
final class SdkV2Async {
  private SdkV2Async() {}

  static Object call(AwsCall call, SdkAsyncHttpClient http) throws Exception {
    String service = call.operation().substring(0, call.operation().indexOf('-'));
    switch (service) {
      case "s3":
        return s3(call, http);
      case "dynamodb":
        return dynamoDb(call, http);
      case "kinesis":
        return kinesis(call, http);
      case "sts":
        return sts(call, http);
      default:
        throw new IllegalArgumentException(call.toString());
    }
  }

  private static Object s3(AwsCall call, SdkAsyncHttpClient http) throws Exception {
    try (S3AsyncClient s3 =
        SdkV2Calls.configured(S3AsyncClient.builder(), call, call.endpoint("s3"))
            .httpClient(http)
            .build()) {
      switch (call.operation().split("-", -1)[1]) {
        case "get":
          return s3.getObject(
                  get -> get.bucket(BUCKET).key(call.key()), AsyncResponseTransformer.toBytes())
              .get();
        case "put":
          return s3.putObject(
                  put -> put.bucket(BUCKET).key(call.key()), AsyncRequestBody.fromString("hello"))
              .get();
        case "list":
          return s3.listObjectsV2(list -> list.bucket(BUCKET).prefix("a b/")).get();
        case "head":
          return s3.headBucket(head -> head.bucket(BUCKET)).get();
        default:
          throw new IllegalArgumentException(call.toString());
      }
    }
  }

  private static Object dynamoDb(AwsCall call, SdkAsyncHttpClient http) throws Exception {
    try (DynamoDbAsyncClient dynamoDb =
        SdkV2Calls.configured(DynamoDbAsyncClient.builder(), call, call.endpoint("dynamodb"))
            .httpClient(http)
            .build()) {
      switch (call.operation()) {
        case "dynamodb-put":
          return dynamoDb.putItem(put -> put.tableName(TABLE).item(SdkV2Sync.item())).get();
        case "dynamodb-get":
          return dynamoDb.getItem(get -> get.tableName(TABLE).key(SdkV2Sync.item())).get();
        case "dynamodb-list":
          return dynamoDb.listTables().get();
        default:
          throw new IllegalArgumentException(call.toString());
      }
    }
  }

  private static Object kinesis(AwsCall call, SdkAsyncHttpClient http) throws Exception {
    try (KinesisAsyncClient kinesis =
        SdkV2Calls.configured(KinesisAsyncClient.builder(), call, call.endpoint("kinesis"))
            .httpClient(http)
            .build()) {
      return kinesis
          .putRecord(
              put -> put.streamName("orders").partitionKey("1").data(SdkBytes.fromUtf8String("1")))
          .get();
    }
  }

  private static Object sts(AwsCall call, SdkAsyncHttpClient http) throws Exception {
    try (StsAsyncClient sts =
        SdkV2Calls.configured(StsAsyncClient.builder(), call, call.endpoint("sts"))
            .httpClient(http)
            .build()) {
      switch (call.operation()) {
        case "sts-identity":
          return sts.getCallerIdentity().get();
        case "sts-role":
          return sts.assumeRole(role -> role.roleArn(ROLE).roleSessionName("stockade")).get();
        case "sts-web-identity":
          return sts.assumeRoleWithWebIdentity(
                  role ->
                      role.roleArn(ROLE)
                          .roleSessionName("stockade")
                          .webIdentityToken("a.web.token"))
              .get();
        default:
          throw new IllegalArgumentException(call.toString());
      }
    }
  }
}
