package dev.stockade.fleet.ship;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.stockade.aws.keys.EnvironmentKeys;
import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.aws.sigv4.SignatureVerifier;
import dev.stockade.cli.command.JsonTree;
import dev.stockade.cli.command.JsonView;
import dev.stockade.fleet.kit.AwsNames;
import dev.stockade.policy.aws.SignatureStatus;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A service of AWS that speaks JSON; it answers only to requests whose signature is right. */
final class AwsStandIn implements AutoCloseable {
  static final Map<String, String> CREDENTIALS =
      Map.of(
          "AWS_ACCESS_KEY_ID", "ASIASTOCKADE00000001",
          "AWS_SECRET_ACCESS_KEY", "the-secret",
          "AWS_REGION", "eu-west-1");

  private final SignatureVerifier verifier =
      new SignatureVerifier(
          new SigningKeys(),
          new SignedRequests(),
          new EnvironmentKeys(CREDENTIALS::get, any -> null));
  private final List<String> wrong = new CopyOnWriteArrayList<>();
  private final HttpsServer server;
  private final Service service;

  /** What it does, by the last part of {@code X-Amz-Target}. */
  interface Service {
    /**
     * @return the answer's JSON; null to hang up
     * @throws Refusal for an answer of 400
     * @throws IllegalArgumentException when a limit is not held
     */
    String answer(String operation, JsonView request) throws Refusal;
  }

  /** An error of the service. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    Refusal(String code) {
      super(code);
    }
  }

  AwsStandIn(AwsNames names, Service service) throws Exception {
    this.service = service;
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(names.keyStore())) {
      keys.load(in, AwsNames.PASSWORD.toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, AwsNames.PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext("/", this::answer);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** What a request was that AWS would not have taken. */
  List<String> wrong() {
    return wrong;
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    try {
      String operation = target.substring(target.indexOf('.') + 1);
      check(exchange, body);
      JsonView request =
          new JsonView(operation, JsonTree.object(new String(body, StandardCharsets.UTF_8)));
      String answer = service.answer(operation, request);
      if (answer != null) {
        send(exchange, 200, answer);
      }
    } catch (Refusal e) {
      send(exchange, 400, "{\"__type\":\"" + e.getMessage() + "\"}");
    } catch (IOException | RuntimeException e) {
      wrong.add(target + ": " + e);
      send(exchange, 400, "{\"__type\":\"InvalidParameterException\"}");
    } finally {
      exchange.close();
    }
  }

  private void check(HttpExchange exchange, byte[] body) {
    RequestHead head =
        new RequestHead()
            .begin(
                Transport.TLS,
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                null);
    exchange.getRequestHeaders().forEach((name, all) -> all.forEach(v -> head.header(name, v)));
    head.body(body);
    SignatureStatus status = verifier.verify(head, null, System.currentTimeMillis()).signature();
    if (status != SignatureStatus.VALID) {
      throw new IllegalArgumentException("signature: " + status);
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
