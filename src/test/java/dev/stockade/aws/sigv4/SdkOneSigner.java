package dev.stockade.aws.sigv4;

import com.amazonaws.DefaultRequest;
import com.amazonaws.Request;
import com.amazonaws.auth.AWS4Signer;
import com.amazonaws.auth.AWSCredentials;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.auth.BasicSessionCredentials;
import com.amazonaws.http.HttpMethodName;
import dev.stockade.aws.request.WireRequest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** Signs random requests with the signer of AWS SDK 1, and writes them as its clients do. */
final class SdkOneSigner {
  private static final List<HttpMethodName> METHODS =
      List.of(HttpMethodName.GET, HttpMethodName.PUT, HttpMethodName.POST, HttpMethodName.DELETE);

  private final String id;
  private final String secret;
  private final String service;
  private final Clock clock;

  SdkOneSigner(String id, String secret, String service, Clock clock) {
    this.id = id;
    this.secret = secret;
    this.service = service;
    this.clock = clock;
  }

  WireRequest sign(RandomRequests random) {
    boolean s3 = service.startsWith("s3");
    // An empty body of a POST would move the parameters into it.
    byte[] body = (random.number(1000) + "x").getBytes(StandardCharsets.US_ASCII);
    Request<Object> request = new DefaultRequest<>(service);
    request.setHttpMethod(random.of(METHODS));
    request.setEndpoint(URI.create("https://" + service + ".eu-central-1.amazonaws.com"));
    request.setResourcePath(random.path(!s3));
    random.parameters(true).forEach((name, values) -> request.addParameters(name, values));
    random.headers().forEach(request::addHeader);
    request.addHeader("Content-Length", Integer.toString(body.length));
    request.setContent(new ByteArrayInputStream(body));
    if (random.chance(30)) {
      request.addHeader("x-amz-content-sha256", "required");
    }
    AWS4Signer signer = new AWS4Signer(!s3);
    signer.setServiceName(service);
    signer.setRegionName("eu-central-1");
    signer.setOverrideDate(Date.from(clock.instant()));
    AWSCredentials credentials =
        id.startsWith("ASIA")
            ? new BasicSessionCredentials(id, secret, random.token())
            : new BasicAWSCredentials(id, secret);
    signer.sign(request, credentials);
    return wire(request, body);
  }

  private static WireRequest wire(Request<?> request, byte[] body) {
    List<WireRequest.Header> headers = new ArrayList<>();
    request.getHeaders().forEach((name, value) -> headers.add(new WireRequest.Header(name, value)));
    StringBuilder target = new StringBuilder(request.getResourcePath());
    request
        .getParameters()
        .forEach(
            (name, values) ->
                values.forEach(
                    value ->
                        target
                            .append(target.indexOf("?") < 0 ? '?' : '&')
                            .append(form(name))
                            .append('=')
                            .append(form(value))));
    return new WireRequest(request.getHttpMethod().name(), target.toString(), headers, body);
  }

  /** As its Apache client writes parameters. */
  private static String form(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
