package dev.stockade.cli.selftest;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.security.Security;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * The program that the self-test runs under the agent: one weak and one strong handshake with
 * itself over loopback. It knows nothing of the agent.
 */
public final class SelfTestProgram {
  public static final String NAME = "self-test-program";

  private static final String WEAK_SUITE = "TLS_RSA_WITH_AES_128_GCM_SHA256";
  private static final int TIMEOUT_MILLIS = 10_000;

  private SelfTestProgram() {}

  static void run(PrintStream out) throws Exception {
    // Newer JDKs would refuse the weak handshake by themselves.
    Security.setProperty("jdk.tls.disabledAlgorithms", "");
    SSLContext context = SelfTestKeys.context();
    out.println("weak " + handshake(context, "TLSv1.2", WEAK_SUITE));
    out.println("strong " + handshake(context, "TLSv1.2", null));
    // Gives the journal's writer the second within which it promises to write.
    Thread.sleep(1100);
  }

  private static String handshake(SSLContext context, String protocol, String suite)
      throws Exception {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (SSLServerSocket server =
        (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 1, loopback)) {
      Thread peer = new Thread(() -> serve(server), "self-test-server");
      peer.setDaemon(true);
      peer.start();
      try (SSLSocket client =
          (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", server.getLocalPort())) {
        client.setSoTimeout(TIMEOUT_MILLIS);
        client.setEnabledProtocols(new String[] {protocol});
        if (suite != null) {
          client.setEnabledCipherSuites(new String[] {suite});
        }
        client.startHandshake();
        return "ok "
            + client.getSession().getProtocol()
            + " "
            + client.getSession().getCipherSuite();
      } catch (IOException e) {
        return "failed " + e.getClass().getName() + ": " + e.getMessage();
      }
    }
  }

  private static void serve(SSLServerSocket server) {
    try (SSLSocket socket = (SSLSocket) server.accept()) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.startHandshake();
    } catch (IOException e) {
      // The client reports what happened.
    }
  }
}
