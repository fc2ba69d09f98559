package dev.stockade.apps;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;

/** The JDK's own HTTPS server, which takes whatever the JDK supports; answers "hello". */
public final class JdkHttpsServer {
  private JdkHttpsServer() {}

  public static void main(String[] args) throws Exception {
    StandardInput.ready(start(AppOptions.read()).getAddress().getPort());
  }

  static HttpsServer start(AppOptions options) throws Exception {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpsServer server = HttpsServer.create(any, 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(options.serverContext()) {
          @Override
          public void configure(HttpsParameters connection) {
            SSLParameters all = getSSLContext().getSupportedSSLParameters();
            connection.setSSLParameters(all);
          }
        });
    server.createContext(
        "/",
        exchange -> {
          byte[] hello = "hello\n".getBytes(StandardCharsets.US_ASCII);
          exchange.sendResponseHeaders(200, hello.length);
          exchange.getResponseBody().write(hello);
          exchange.close();
        });
    server.start();
    return server;
  }
}
