package dev.stockade.e2e.kit;

import java.util.HashMap;
import java.util.Map;

/**
 * The least that the SDKs take for success, or a refusal. Nothing is judged here: the server is as
 * glad of a wrong signature as of a right one.
 *
 * @param body its bytes as characters (ISO 8859-1)
 */
public record AwsAnswer(int status, String type, Map<String, String> headers, String body) {
  private static final String STS = "https://sts.amazonaws.com/doc/2011-06-15/";
  private static final String EMPTY_CBOR_MAP = "\u00a0";
  private static final String CREDENTIALS =
      "<Credentials><AccessKeyId>ASIASTOCKADE00000002</AccessKeyId>"
          + "<SecretAccessKey>assumed</SecretAccessKey><SessionToken>assumed</SessionToken>"
          + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>";

  private AwsAnswer(String type, Map<String, String> headers, String body) {
    this(200, type, headers, body);
  }

  /** The same with one header more. */
  public AwsAnswer with(String name, String value) {
    Map<String, String> all = new HashMap<>(headers);
    all.put(name, value);
    return new AwsAnswer(status, type, all, body);
  }

  /** A refusal, as the service of the request words it. */
  public static AwsAnswer refusing(AwsRequest request, int status, String code) {
    String host = request.hostName();
    if (request.method().equals("HEAD")) {
      return new AwsAnswer(status, "application/xml", Map.of(), "");
    }
    if (host.contains("s3.")) {
      String error = "<Error><Code>" + code + "</Code><Message>no</Message></Error>";
      return new AwsAnswer(status, "application/xml", Map.of(), error);
    }
    if (host.startsWith("sts.")) {
      String error = "<Error><Type>Sender</Type><Code>" + code + "</Code><Message>no</Message>";
      String body = "<ErrorResponse xmlns=\"" + STS + "\">" + error + "</Error></ErrorResponse>";
      return new AwsAnswer(status, "text/xml", Map.of(), body);
    }
    String body = "{\"__type\":\"com.amazon.coral.service#" + code + "\",\"message\":\"no\"}";
    return new AwsAnswer(status, "application/x-amz-json-1.0", Map.of(), body);
  }

  /** As if all were well. */
  public static AwsAnswer to(AwsRequest request) {
    String host = request.hostName();
    if (host.contains("s3.")) {
      return s3(request);
    }
    if (host.startsWith("sts.")) {
      return xml(sts(request.body()));
    }
    if (String.valueOf(request.header("Content-Type")).contains("cbor")) {
      return new AwsAnswer("application/x-amz-cbor-1.1", Map.of(), EMPTY_CBOR_MAP);
    }
    String operation = String.valueOf(request.header("X-Amz-Target")).replaceFirst(".*\\.", "");
    return new AwsAnswer("application/x-amz-json-1.0", Map.of(), json(operation));
  }

  private static String json(String operation) {
    return switch (operation) {
      case "GetItem" -> "{\"Item\":{\"id\":{\"S\":\"1\"}}}";
      case "ListTables" -> "{\"TableNames\":[\"orders\"]}";
      case "GetId" -> "{\"IdentityId\":\"eu-west-1:00000000-0000-0000-0000-000000000000\"}";
      case "PutRecord" -> "{\"SequenceNumber\":\"1\",\"ShardId\":\"shardId-000000000000\"}";
      default -> "{}";
    };
  }

  private static AwsAnswer s3(AwsRequest request) {
    // An object encrypted by KMS has an ETag that is no MD5, so that no SDK compares it.
    Map<String, String> object =
        Map.of("ETag", "\"0-1\"", "x-amz-server-side-encryption", "aws:kms");
    if (request.target().contains("list-type=2")) {
      return xml(
          "<ListBucketResult><Name>orders</Name><KeyCount>0</KeyCount><MaxKeys>1000</MaxKeys>"
              + "<IsTruncated>false</IsTruncated></ListBucketResult>");
    }
    String body = request.method().equals("GET") ? "hello" : "";
    return new AwsAnswer("binary/octet-stream", object, body);
  }

  private static String sts(String form) {
    if (form.contains("Action=AssumeRoleWithWebIdentity")) {
      return stsResponse("AssumeRoleWithWebIdentity", CREDENTIALS);
    }
    if (form.contains("Action=AssumeRole")) {
      return stsResponse("AssumeRole", CREDENTIALS);
    }
    return stsResponse(
        "GetCallerIdentity",
        "<Arn>arn:aws:iam::123456789012:user/stockade</Arn><UserId>U</UserId>"
            + "<Account>123456789012</Account>");
  }

  private static String stsResponse(String action, String result) {
    return "<%1$sResponse xmlns=\"%2$s\"><%1$sResult>%3$s</%1$sResult></%1$sResponse>"
        .formatted(action, STS, result);
  }

  private static AwsAnswer xml(String text) {
    return new AwsAnswer("text/xml", Map.of(), text);
  }
}
