package dev.stockade.library.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which HTTP client made a call: the only class there is, or else the one of that call. */
class CallTransportsTest {
  private final CallTransports transports = new CallTransports();

  @Test
  void nothingIsKnownBeforeTheFirst() {
    Object client = new Object();

    assertThat(transports.isTheOnly(client)).isFalse();
    assertThat(transports.isTheOnly(null)).isFalse();
    assertThat(transports.of(new Object())).isEqualTo("unknown");
    transports.add(client, null, client);
    assertThat(transports.isTheOnly(client)).isFalse();
  }

  @Test
  void theOnlyOneIsThatOfAllCalls() {
    Object client = new Object();
    transports.add(client, new Object(), new ArrayList<>());

    assertThat(transports.isTheOnly(client)).isTrue();
    assertThat(transports.isTheOnly(new Object())).isFalse();
    assertThat(transports.of(new Object())).isEqualTo("java.util.ArrayList");
    assertThat(transports.of(null)).isEqualTo("java.util.ArrayList");
  }

  @Test
  void ofSeveralEachCallHasItsOwn() {
    Object client = new Object();
    Object call = new Object();
    transports.add(new Object(), new Object(), List.of());
    transports.add(client, call, new ArrayList<>());

    assertThat(transports.isTheOnly(client)).isFalse();
    assertThat(transports.of(call)).isEqualTo("java.util.ArrayList");
    assertThat(transports.of(null)).isEqualTo("unknown");
  }
}
