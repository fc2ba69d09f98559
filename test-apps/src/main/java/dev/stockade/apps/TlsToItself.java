package dev.stockade.apps;

import com.sun.net.httpserver.HttpsServer;
import java.lang.reflect.InvocationTargetException;

/** Both ends of HTTPS in one JVM, by each client that its JDK brings along, once; then it ends. */
public final class TlsToItself {
  private TlsToItself() {}

  public static void main(String[] args) throws Exception {
    HttpsServer server = JdkHttpsServer.start(AppOptions.read());
    String url = "https://localhost:" + server.getAddress().getPort() + "/";
    HttpsUrlClient.main(new String[] {url});
    try {
      Class.forName("dev.stockade.apps.JdkHttpClient")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {url});
    } catch (InvocationTargetException | LinkageError e) {
      Outcome.say("no java.net.http: " + e);
    }
    server.stop(0);
  }
}
