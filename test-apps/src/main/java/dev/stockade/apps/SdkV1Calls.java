package dev.stockade.apps;

import static dev.stockade.apps.AwsCall.BUCKET;
import static dev.stockade.apps.AwsCall.REGION;
import static dev.stockade.apps.AwsCall.ROLE;
import static dev.stockade.apps.AwsCall.TABLE;

import com.amazonaws.HttpMethod;
import com.amazonaws.auth.AWSCredentials;
import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.AnonymousAWSCredentials;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.auth.BasicSessionCredentials;
import com.amazonaws.client.builder.AwsClientBuilder;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBClientBuilder;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import com.amazonaws.services.s3.model.HeadBucketRequest;
import com.amazonaws.services.s3.model.S3Object;
import com.amazonaws.services.securitytoken.AWSSecurityTokenService;
import com.amazonaws.services.securitytoken.AWSSecurityTokenServiceClientBuilder;
import com.amazonaws.services.securitytoken.model.AssumeRoleRequest;
import com.amazonaws.services.securitytoken.model.AssumeRoleWithWebIdentityRequest;
import com.amazonaws.services.securitytoken.model.GetCallerIdentityRequest;
import com.amazonaws.util.IOUtils;
import java.net.URL;
import java.util.Collections;
import java.util.Date;
import java.util.Map;

/** AWS SDK for Java 1, which has but one transport: arguments are {@link AwsCall}s. */
public final class SdkV1Calls {
  private static final long LIFE_MILLIS = 300_000;

  private SdkV1Calls() {}

  public static void main(String[] arguments) throws Exception {
    AwsCall.prepare();
    for (String argument : arguments) {
      AwsCall call = new AwsCall(argument);
      Outcome.reportCauses(argument, () -> call(call));
    }
  }

  static Object call(AwsCall call) throws Exception {
    String operation = call.operation();
    if (operation.startsWith("s3-") || operation.startsWith("presigned-")) {
      AmazonS3 s3 = configured(AmazonS3ClientBuilder.standard(), call, "s3");
      try {
        return s3(call, s3);
      } finally {
        s3.shutdown();
      }
    }
    return operation.startsWith("sts-") ? sts(call) : dynamoDb(call);
  }

  private static <B extends AwsClientBuilder<B, C>, C> C configured(
      B builder, AwsCall call, String service) {
    return builder
        .withEndpointConfiguration(
            new AwsClientBuilder.EndpointConfiguration(call.endpoint(service).toString(), REGION))
        .withClientConfiguration(SdkV1Signers.configuration(call, service.equals("s3")))
        .withCredentials(new AWSStaticCredentialsProvider(credentials(call)))
        .build();
  }

  private static AWSCredentials credentials(AwsCall call) {
    if (call.is("unsigned")) {
      return new AnonymousAWSCredentials();
    }
    return call.sessionToken() == null
        ? new BasicAWSCredentials(call.accessKey(), call.secretKey())
        : new BasicSessionCredentials(call.accessKey(), call.secretKey(), call.sessionToken());
  }

  private static Object s3(AwsCall call, AmazonS3 s3) throws Exception {
    switch (call.operation().replaceFirst("-(slashes|unicode)$", "")) {
      case "s3-get":
        try (S3Object object = s3.getObject(BUCKET, call.key())) {
          return IOUtils.toByteArray(object.getObjectContent());
        }
      case "s3-put":
        return s3.putObject(BUCKET, call.key(), "hello");
      case "s3-list":
        return s3.listObjectsV2(BUCKET, "a b/");
      case "s3-head":
        return s3.headBucket(new HeadBucketRequest(BUCKET));
      case "presigned-get":
        URL get = s3.generatePresignedUrl(BUCKET, call.key(), end());
        return AwsUrlCalls.send("GET", Tampering.url(call, get), null);
      case "presigned-put":
        URL put = s3.generatePresignedUrl(BUCKET, call.key(), end(), HttpMethod.PUT);
        return AwsUrlCalls.send("PUT", Tampering.url(call, put), "hello");
      default:
        throw new IllegalArgumentException(call.toString());
    }
  }

  @SuppressWarnings("JavaUtilDate") // what SDK 1 takes
  private static Date end() {
    return new Date(System.currentTimeMillis() + LIFE_MILLIS);
  }

  private static Object dynamoDb(AwsCall call) {
    Map<String, AttributeValue> item = Collections.singletonMap("id", new AttributeValue("1"));
    AmazonDynamoDB dynamoDb = configured(AmazonDynamoDBClientBuilder.standard(), call, "dynamodb");
    try {
      switch (call.operation()) {
        case "dynamodb-put":
          return dynamoDb.putItem(TABLE, item);
        case "dynamodb-get":
          return dynamoDb.getItem(TABLE, item);
        case "dynamodb-list":
          return dynamoDb.listTables();
        default:
          throw new IllegalArgumentException(call.toString());
      }
    } finally {
      dynamoDb.shutdown();
    }
  }

  private static Object sts(AwsCall call) {
    AWSSecurityTokenService sts =
        configured(AWSSecurityTokenServiceClientBuilder.standard(), call, "sts");
    try {
      switch (call.operation()) {
        case "sts-identity":
          return sts.getCallerIdentity(new GetCallerIdentityRequest());
        case "sts-role":
          return sts.assumeRole(
              new AssumeRoleRequest().withRoleArn(ROLE).withRoleSessionName("stockade"));
        case "sts-web-identity":
          return sts.assumeRoleWithWebIdentity(
              new AssumeRoleWithWebIdentityRequest()
                  .withRoleArn(ROLE)
                  .withRoleSessionName("stockade")
                  .withWebIdentityToken("a.web.token"));
        default:
          throw new IllegalArgumentException(call.toString());
      }
    } finally {
      sts.shutdown();
    }
  }
}
