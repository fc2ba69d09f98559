package dev.stockade.library.conscrypt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** With the words of Conscrypt 2.5.2. */
class BoringSslFailureTest {
  @Test
  void theReasonIsAllThatIsTold() {
    BoringSslFailure failure =
        new BoringSslFailure(
            "SSL handshake aborted: ssl=0x7fa1b847bf38: Failure in SSL library, usually a protocol"
                + " error\nerror:100000f0:SSL routines:OPENSSL_internal:UNSUPPORTED_PROTOCOL"
                + " (../ssl/ssl_versions.cc:321 0x7fa1bc3a96c9:0x00000000)");

    assertThat(failure.why()).isEqualTo("UNSUPPORTED_PROTOCOL");
    assertThat(failure.alert()).isEqualTo("PROTOCOL_VERSION");
    assertThat(failure.isAboutTheOffer(false)).isTrue();
  }

  @Test
  void anAlertOfTheClientTellsNothingOfTheOffer() {
    BoringSslFailure failure =
        new BoringSslFailure(
            "error:10000410:SSL routines:OPENSSL_internal:SSLV3_ALERT_HANDSHAKE_FAILURE (a.cc:1");

    assertThat(failure.alert()).isEqualTo("HANDSHAKE_FAILURE");
    assertThat(failure.isAboutTheOffer(true)).isTrue();
    assertThat(failure.isAboutTheOffer(false)).isFalse();
  }

  @Test
  void noAddressIsTold() {
    assertThat(new BoringSslFailure("Read error: ssl=0x7f00ab: I/O error, Connection reset").why())
        .isEqualTo("Read error: I/O error, Connection reset");
    assertThat(new BoringSslFailure("connection closed").alert()).isEqualTo("UNEXPECTED_MESSAGE");
    assertThat(new BoringSslFailure(null).why()).isNull();
  }
}
