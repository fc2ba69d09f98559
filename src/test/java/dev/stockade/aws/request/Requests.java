package dev.stockade.aws.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stockade.aws.sigv4.TestSigner;
import java.util.ArrayList;
import java.util.List;

/** Requests as the SDKs make them. */
public final class Requests {
  public static final String DATE = "20261123T202500Z";

  private Requests() {}

  /** PutItem of SDK v2 with twelve headers when it is signed, of which eight are signed. */
  public static WireRequest dynamoDb() {
    byte[] body =
        ("{\"TableName\":\"orders\",\"Item\":{\"id\":{\"S\":\"4711\"},\"customer\":{\"S\":\"17\"},"
                + "\"total\":{\"N\":\"99.95\"},\"lines\":{\"L\":[{\"S\":\"a\"},{\"S\":\"b\"}]}}}")
            .getBytes(UTF_8);
    List<WireRequest.Header> headers = new ArrayList<>();
    headers.add(new WireRequest.Header("Host", "dynamodb.eu-central-1.amazonaws.com"));
    headers.add(
        new WireRequest.Header("amz-sdk-invocation-id", "20e29c4d-7467-6d0d-f62b-ed11e47798b1"));
    headers.add(new WireRequest.Header("amz-sdk-request", "attempt=1; max=4"));
    headers.add(new WireRequest.Header("Content-Type", "application/x-amz-json-1.0"));
    headers.add(new WireRequest.Header("x-amz-content-sha256", TestSigner.sha256(body)));
    headers.add(new WireRequest.Header("X-Amz-Target", "DynamoDB_20120810.PutItem"));
    headers.add(new WireRequest.Header("Content-Length", Integer.toString(body.length)));
    return new WireRequest("POST", "/", headers, body);
  }

  /** The signed head of a PutItem, with headers that the HTTP client adds unsigned. */
  public static RequestHead signedDynamoDb(TestSigner signer) {
    return signer
        .sign(dynamoDb())
        .adding("User-Agent", "aws-sdk-java/2.57.8 md/io#async md/http#NettyNio ua/2.1 os/Linux")
        .adding("Connection", "Keep-Alive")
        .adding("Accept", "*/*")
        .head();
  }

  /** A request that has nothing to do with AWS. */
  public static RequestHead unsigned() {
    RequestHead head =
        new RequestHead().begin(Transport.TLS, "GET", "/orders/17?lines=true&page=3", null);
    head.header("Host", "api.example.com").header("Accept", "application/json");
    head.header("Accept-Encoding", "gzip").header("User-Agent", "Apache-HttpClient/5.4");
    head.header("Connection", "keep-alive").header("Cookie", "a=b").header("X-Trace", "4711");
    return head.header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  }
}
