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
    Object stage = new Object();

    assertThat(transports.isOfTheOnly(stage)).isFalse();
    assertThat(transports.of(new Object())).isEqualTo("unknown");
    transports.add(stage, null, new Object());
    assertThat(transports.isOfTheOnly(stage)).isFalse();
  }

  @Test
  void theOnlyOneIsThatOfAllCalls() {
    Object stage = new Object();
    transports.add(stage, new Object(), new ArrayList<>());

    assertThat(transports.isOfTheOnly(stage)).isTrue();
    assertThat(transports.isOfTheOnly(new Object())).isFalse();
    assertThat(transports.of(new Object())).isEqualTo("java.util.ArrayList");
    assertThat(transports.of(null)).isEqualTo("java.util.ArrayList");
  }

  @Test
  void ofSeveralEachCallHasItsOwn() {
    Object stage = new Object();
    Object call = new Object();
    transports.add(new Object(), new Object(), List.of());
    transports.add(stage, call, new ArrayList<>());

    assertThat(transports.isOfTheOnly(stage)).isFalse();
    assertThat(transports.of(call)).isEqualTo("java.util.ArrayList");
    assertThat(transports.of(null)).isEqualTo("unknown");
  }
}
