package dev.stockade.apps;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

/**
 * Calls that need no signature, and some that would, by HttpURLConnection as people write them by
 * hand. Arguments: {@code bedrock-bearer}, {@code otlp-bearer}, {@code codecatalyst-bearer}, {@code
 * cognito-id}, {@code web-identity}, {@code s3-anonymous}, {@code imds}, {@code imds-v1}, {@code
 * dynamodb-unsigned}, {@code s3-clear}; {@code wait} for a line on standard input.
 */
public final class AwsUrlCalls {
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final String BEARER = "Bearer a-token";

  private AwsUrlCalls() {}

  public static void main(String[] names) throws Exception {
    AwsCall.prepare();
    for (String name : names) {
      Outcome.reportCauses(name, call(name));
    }
  }

  private static Callable<?> call(String name) throws Exception {
    switch (name) {
      case "bedrock-bearer":
        URL model = url("bedrock-runtime", "/model/amazon.nova-lite-v1%3A0/converse");
        return () ->
            send("POST", model, "{}", "Authorization", BEARER, "Content-Type", "application/json");
      case "otlp-bearer":
        URL logs = url("logs", "/v1/logs");
        return () ->
            send(
                "POST",
                logs,
                "x",
                "Authorization",
                BEARER,
                "Content-Type",
                "application/x-protobuf");
      case "codecatalyst-bearer":
        URL spaces =
            new URL(
                "https://codecatalyst.global.api.aws:"
                    + Integer.getInteger("app.tls-port")
                    + "/v1/spaces");
        return () -> send("POST", spaces, "{}", "Authorization", BEARER);
      case "cognito-id":
        URL cognito = url("cognito-identity", "/");
        return () ->
            send(
                "POST",
                cognito,
                "{\"IdentityPoolId\":\"eu-west-1:0\"}",
                "Content-Type",
                "application/x-amz-json-1.1",
                "X-Amz-Target",
                "AWSCognitoIdentityService.GetId");
      case "web-identity":
        URL sts = url("sts", "/");
        return () ->
            send(
                "POST",
                sts,
                "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleSessionName=s"
                    + "&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fstockade"
                    + "&WebIdentityToken=a.web.token",
                "Content-Type",
                "application/x-www-form-urlencoded");
      case "s3-anonymous":
        URL object = url("orders.s3", "/public");
        return () -> send("GET", object, null);
      case "s3-clear":
        URL clear = new URL(AwsCall.endpoint("orders.s3", false) + "/public");
        return () -> send("GET", clear, null);
      case "dynamodb-unsigned":
        URL dynamoDb = url("dynamodb", "/");
        return () ->
            send(
                "POST",
                dynamoDb,
                "{}",
                "Content-Type",
                "application/x-amz-json-1.0",
                "X-Amz-Target",
                "DynamoDB_20120810.ListTables");
      case "imds":
        return () -> metadata("PUT", "api/token", "X-aws-ec2-metadata-token-ttl-seconds", "60");
      case "imds-v1":
        return () -> metadata("GET", "meta-data/");
      case "wait":
        return () -> {
          StandardInput.awaitLineInClient();
          return 0;
        };
      default:
        throw new IllegalArgumentException(name);
    }
  }

  private static URL url(String service, String path) throws IOException {
    return new URL(AwsCall.endpoint(service, true) + path);
  }

  /** The address cannot be had on a test machine, so the request goes there by way of a proxy. */
  private static int metadata(String method, String path, String... headers) throws IOException {
    InetSocketAddress proxy =
        new InetSocketAddress(
            InetAddress.getLoopbackAddress(), Integer.getInteger("app.clear-port"));
    URL url = new URL("http://169.254.169.254/latest/" + path);
    return send(
        (HttpURLConnection) url.openConnection(new Proxy(Proxy.Type.HTTP, proxy)),
        method,
        null,
        headers);
  }

  /** Sends a request; null for no body; headers are names and values by turns. */
  static int send(String method, URL url, String body, String... headers) throws IOException {
    return send((HttpURLConnection) url.openConnection(), method, body, headers);
  }

  private static int send(
      HttpURLConnection connection, String method, String body, String... headers)
      throws IOException {
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    connection.setRequestMethod(method);
    for (int i = 0; i < headers.length; i += 2) {
      connection.setRequestProperty(headers[i], headers[i + 1]);
    }
    if (body != null) {
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body.getBytes(StandardCharsets.UTF_8));
      }
    }
    int status = connection.getResponseCode();
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      while (in != null && in.read() >= 0) {
        // to the end, so that the connection is kept
      }
    }
    return status;
  }
}
