package dev.stockade.apps;

import static dev.stockade.apps.AwsCall.BUCKET;
import static dev.stockade.apps.AwsCall.ROLE;
import static dev.stockade.apps.AwsCall.TABLE;

import java.util.Collections;
import java.util.Map;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.sts.StsClient;

/** The operations with the SDK's blocking clients. */
final class SdkV2Sync {
  private SdkV2Sync() {}

  static Object call(AwsCall call, SdkHttpClient http) throws Exception {
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

  private static Object s3(AwsCall call, SdkHttpClient http) throws Exception {
    try (S3Client s3 =
        SdkV2Calls.configured(S3Client.builder(), call, call.endpoint("s3"))
            .httpClient(http)
            .build()) {
      switch (call.operation().split("-", -1)[1]) {
        case "get":
          try (ResponseInputStream<GetObjectResponse> in =
              s3.getObject(get -> get.bucket(BUCKET).key(call.key()))) {
            return in.read();
          }
        case "put":
          return s3.putObject(
              put -> put.bucket(BUCKET).key(call.key()), RequestBody.fromString("hello"));
        case "list":
          return s3.listObjectsV2(list -> list.bucket(BUCKET).prefix("a b/"));
        case "head":
          return s3.headBucket(head -> head.bucket(BUCKET));
        default:
          throw new IllegalArgumentException(call.toString());
      }
    }
  }

  private static Object dynamoDb(AwsCall call, SdkHttpClient http) {
    try (DynamoDbClient dynamoDb =
        SdkV2Calls.configured(DynamoDbClient.builder(), call, call.endpoint("dynamodb"))
            .httpClient(http)
            .build()) {
      switch (call.operation()) {
        case "dynamodb-put":
          return dynamoDb.putItem(put -> put.tableName(TABLE).item(item()));
        case "dynamodb-get":
          return dynamoDb.getItem(get -> get.tableName(TABLE).key(item()));
        case "dynamodb-list":
          return dynamoDb.listTables();
        default:
          throw new IllegalArgumentException(call.toString());
      }
    }
  }

  static Map<String, AttributeValue> item() {
    return Collections.singletonMap("id", AttributeValue.builder().s("1").build());
  }

  private static Object kinesis(AwsCall call, SdkHttpClient http) {
    try (KinesisClient kinesis =
        SdkV2Calls.configured(KinesisClient.builder(), call, call.endpoint("kinesis"))
            .httpClient(http)
            .build()) {
      return kinesis.putRecord(
          put -> put.streamName("orders").partitionKey("1").data(SdkBytes.fromUtf8String("1")));
    }
  }

  private static Object sts(AwsCall call, SdkHttpClient http) {
    try (StsClient sts =
        SdkV2Calls.configured(StsClient.builder(), call, call.endpoint("sts"))
            .httpClient(http)
            .build()) {
      switch (call.operation()) {
        case "sts-identity":
          return sts.getCallerIdentity();
        case "sts-role":
          return sts.assumeRole(role -> role.roleArn(ROLE).roleSessionName("stockade"));
        case "sts-web-identity":
          return sts.assumeRoleWithWebIdentity(
              role ->
                  role.roleArn(ROLE).roleSessionName("stockade").webIdentityToken("a.web.token"));
        default:
          throw new IllegalArgumentException(call.toString());
      }
    }
  }
}
