package dev.stockade.cli.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Servers that answer hellos badly, or not at all. What real ones accept is tried with openssl. */
class ScanTest {
  /** What a server does with a connection. */
  private interface Conduct {
    void meet(InputStream in, OutputStream out) throws Exception;
  }

  @Test
  void whoHangsUpAcceptsNothing() throws Exception {
    ServerFacts facts = scan(1_000, (in, out) -> {});

    assertThat(facts.isTls()).isFalse();
    assertThat(facts.refusals()).containsEntry("TLSv1.2", "the connection was closed");
  }

  @Test
  void whoIsSilentIsAskedOnceForEachVersion() throws Exception {
    long start = System.nanoTime();
    ServerFacts facts = scan(200, (in, out) -> Thread.sleep(5_000));

    assertThat(facts.refusals()).containsEntry("TLSv1.3", "no answer in time");
    assertThat(facts.connections()).isEqualTo(5);
    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(4_000);
  }

  @Test
  void whoSendsABytePerWhileIsLeftInTime() throws Exception {
    long start = System.nanoTime();
    scan(
        300,
        (in, out) -> {
          for (byte one : HexFormat.of().parseHex("160303400002003ffc0303")) {
            out.write(one);
            out.flush();
            Thread.sleep(150);
          }
        });

    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5_000);
  }

  @Test
  void whoSpeaksAnotherProtocolIsNoTls() throws Exception {
    ServerFacts facts =
        scan(1_000, (in, out) -> out.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII)));

    assertThat(facts.isTls()).isFalse();
    assertThat(facts.refusals().values()).containsOnly("the answer is not TLS");
  }

  @Test
  void whoChoosesWhatWasNotOfferedIsNotFollowed() throws Exception {
    byte[] hello =
        HexFormat.of()
            .parseHex(
                "160303002a0200002603030000000000000000000000000000000000000000000000000000000000000000"
                    + "00"
                    + "c0ff"
                    + "00");
    ServerFacts facts = scan(1_000, (in, out) -> out.write(hello));

    assertThat(facts.isTls()).isFalse();
    assertThat(facts.refusals().get("TLSv1.2"))
        .isEqualTo("0xC0FF was chosen, which was not offered");
    assertThat(facts.connections()).isLessThan(20);
  }

  @Test
  void noAnswerMakesTheReaderThrow() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] answer = new byte[random.nextInt(120)];
      random.nextBytes(answer);
      if (answer.length > 12) {
        answer[0] = 22;
        answer[1] = 3;
        answer[3] = 0;
        answer[4] = (byte) (answer.length - 5);
        answer[5] = new byte[] {2, 11, 12}[random.nextInt(3)];
        answer[6] = 0;
        answer[7] = 0;
      }
      assertThat(AnswerReader.read(new ByteArrayInputStream(answer))).isNotNull();
    }
  }

  @Test
  void whereNobodyListensThereIsNoScan() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    assertThatThrownBy(() -> Scan.of("127.0.0.1", port, 1_000)).isInstanceOf(IOException.class);
  }

  @Test
  void aHelloIsWellFormed() {
    byte[] hello =
        HelloWriter.hello(
            "db.internal", "TLSv1.3", List.of("TLS_AES_128_GCM_SHA256"), List.of("x25519"));

    assertThat(hello[0]).isEqualTo((byte) 22);
    assertThat(((hello[3] & 0xff) << 8) + (hello[4] & 0xff)).isEqualTo(hello.length - 5);
    assertThat(HexFormat.of().formatHex(hello))
        .contains("000213010100")
        .contains(HexFormat.of().formatHex("db.internal".getBytes(US_ASCII)))
        .contains("000a00040002001d");
  }

  private static ServerFacts scan(int millis, Conduct conduct) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread thread = new Thread(() -> serve(server, conduct));
      thread.setDaemon(true);
      thread.start();
      return Scan.of("127.0.0.1", server.getLocalPort(), millis);
    }
  }

  private static void serve(ServerSocket server, Conduct conduct) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread one = new Thread(() -> meet(socket, conduct));
        one.setDaemon(true);
        one.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void meet(Socket socket, Conduct conduct) {
    try (socket) {
      socket.getInputStream().read(new byte[4096]);
      conduct.meet(socket.getInputStream(), socket.getOutputStream());
    } catch (Exception e) {
      // The scan has gone.
    }
  }
}
