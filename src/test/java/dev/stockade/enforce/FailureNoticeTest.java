package dev.stockade.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class FailureNoticeTest {
  @Test
  void aRefusalIsSaidInsteadOfTheEnginesWords() throws Exception {
    FailureNotice refused = new FailureNotice("stockade: blocked TLS", true);
    SocketException thrown = new SocketException("Connection reset");

    assertThat(refused.message("alert")).isEqualTo("stockade: blocked TLS");
    assertThat(refused.in(thrown))
        .isInstanceOf(SSLHandshakeException.class)
        .hasMessage("stockade: blocked TLS")
        .hasCause(thrown);
  }

  @Test
  void aSentenceWithoutAnyWordsBeforeItStandsAlone() {
    assertThat(new FailureNotice("stockade: after narrowing", false).message(null))
        .isEqualTo("stockade: after narrowing");
    assertThat(new FailureNotice("stockade: after narrowing", false).message("reset"))
        .isEqualTo("reset; stockade: after narrowing");
  }

  @Test
  void aPeerThatHangsUpIsToldFromThisSidesOwnEnd() {
    assertThat(HangUps.is(null, new EOFException())).isTrue();
    assertThat(HangUps.is(null, new SocketException("Connection reset"))).isTrue();
    assertThat(HangUps.is(null, new SSLHandshakeException("x").initCause(new EOFException())))
        .isTrue();
    assertThat(HangUps.is(null, new SSLHandshakeException("Remote host terminated the handshake")))
        .isTrue();
    assertThat(HangUps.is("Received close_notify during handshake", null)).isTrue();
    assertThat(HangUps.is(null, new SocketException("Socket closed"))).isFalse();
    assertThat(HangUps.is(null, new SocketTimeoutException("Read timed out"))).isFalse();
    assertThat(HangUps.is("Received fatal alert: handshake_failure", null)).isFalse();
    assertThat(HangUps.is(null, null)).isFalse();
  }
}
