package dev.stockade.apps;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** An HTTP client that a program has written itself, over a plain socket. */
final class SdkV2OwnClient implements SdkHttpClient {
  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return send(request);
      }

      @Override
      public void abort() {}
    };
  }

  private static HttpExecuteResponse send(HttpExecuteRequest execute) throws IOException {
    SdkHttpRequest request = execute.httpRequest();
    int port = Integer.getInteger("app.clear-port");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      String query = request.encodedQueryParameters().map(text -> "?" + text).orElse("");
      line(out, request.method() + " " + request.encodedPath() + query + " HTTP/1.1");
      for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
        line(out, header.getKey() + ": " + header.getValue().get(0));
      }
      line(out, "Connection: close");
      line(out, "");
      if (execute.contentStreamProvider().isPresent()) {
        copy(execute.contentStreamProvider().get().newStream(), out);
      }
      socket.getOutputStream().write(out.toByteArray());
      return read(new BufferedInputStream(socket.getInputStream()));
    }
  }

  private static HttpExecuteResponse read(InputStream in) throws IOException {
    SdkHttpFullResponse.Builder response = SdkHttpFullResponse.builder();
    response.statusCode(Integer.parseInt(line(in).split(" ", -1)[1]));
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] header = line.split(": ", 2);
      response.appendHeader(header[0], header[1]);
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    copy(in, body);
    return HttpExecuteResponse.builder()
        .response(response.build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body.toByteArray())))
        .build();
  }

  private static void line(ByteArrayOutputStream out, String text) throws IOException {
    out.write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static void copy(InputStream in, ByteArrayOutputStream out) throws IOException {
    byte[] buffer = new byte[4096];
    for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
    }
  }

  @Override
  public void close() {}
}
