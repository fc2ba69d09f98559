package dev.stockade.apps;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Calls by {@code java.net.http} on one client, so that they share its connections. Arguments:
 * {@code unsigned}, {@code anonymous}, {@code clear}; before a name {@code 1.1:}, {@code 2:} or,
 * from JDK 26, {@code 3:} for the version of HTTP, and {@code async:} for the other way to send.
 */
public final class JdkHttpCalls {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private JdkHttpCalls() {}

  public static void main(String[] names) throws Exception {
    if (Boolean.getBoolean("app.wait")) {
      StandardInput.awaitLineInClient();
    }
    HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    for (String name : names) {
      Outcome.reportCauses(name, () -> send(client, name, request(name)));
    }
  }

  private static int send(HttpClient client, String name, HttpRequest request) throws Exception {
    return name.contains("async:")
        ? client.sendAsync(request, BodyHandlers.discarding()).get().statusCode()
        : client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static HttpRequest request(String name) throws ReflectiveOperationException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .timeout(TIMEOUT)
            .version(
                name.startsWith("2:") ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
    if (name.startsWith("3:")) {
      overQuicOnly(request);
    }
    String call = name.substring(name.lastIndexOf(':') + 1);
    switch (call) {
      case "unsigned":
        return request
            .uri(URI.create(AwsCall.endpoint("dynamodb", true) + "/"))
            .header("X-Amz-Target", "DynamoDB_20120810.ListTables")
            .POST(BodyPublishers.ofString("{}"))
            .build();
      case "anonymous":
        return request.uri(URI.create(AwsCall.endpoint("orders.s3", true) + "/a?b=c")).build();
      case "clear":
        return request.uri(URI.create(AwsCall.endpoint("orders.s3", false) + "/a")).build();
      default:
        throw new IllegalArgumentException(name);
    }
  }

  /** By reflection, as this is compiled for JDK 11. */
  private static void overQuicOnly(HttpRequest.Builder request)
      throws ReflectiveOperationException {
    Class<?> option = Class.forName("java.net.http.HttpOption");
    Class<?> mode = Class.forName("java.net.http.HttpOption$Http3DiscoveryMode");
    request.version(HttpClient.Version.valueOf("HTTP_3"));
    HttpRequest.Builder.class
        .getMethod("setOption", option, Object.class)
        .invoke(
            request,
            option.getField("H3_DISCOVERY").get(null),
            mode.getField("HTTP_3_URI_ONLY").get(null));
  }
}
