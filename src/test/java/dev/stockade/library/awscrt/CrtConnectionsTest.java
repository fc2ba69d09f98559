package dev.stockade.library.awscrt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.request.Transport;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The application's dependents, which send requests, must find the transport in any order. */
class CrtConnectionsTest {
  private final CrtConnections connections = new CrtConnections();
  private final CompletableFuture<Object> future = new CompletableFuture<>();
  private final Object connection = new Object();

  @Test
  void aFutureThatIsAskedForAndThenCompleted() {
    connections.asked(future, Transport.CLEARTEXT);
    CompletableFuture<Transport> seen = future.thenApply(connections::of);
    connections.acquired(future);
    future.complete(connection);

    assertThat(seen).isCompletedWithValue(Transport.CLEARTEXT);
  }

  @Test
  void aThreadThatGoesOnBeforeEarlierDependentsHaveRun() {
    connections.asked(future, Transport.CLEARTEXT);
    connections.acquired(future);
    CompletableFuture<Transport> runsFirst = future.thenApply(connections::of);
    future.complete(connection);

    assertThat(runsFirst).isCompletedWithValue(Transport.CLEARTEXT);
    assertThat(connections.of(connection)).isEqualTo(Transport.CLEARTEXT);
  }

  @Test
  void aFutureThatIsCompletedBeforeItIsHandedOut() {
    connections.acquired(future);
    future.complete(connection);
    connections.asked(future, Transport.TLS);

    assertThat(future.thenApply(connections::of)).isCompletedWithValue(Transport.TLS);
  }

  @Test
  void aFutureThatIsHandedOutJustBeforeItIsCompleted() {
    connections.acquired(future);
    connections.asked(future, Transport.CLEARTEXT);
    CompletableFuture<Transport> seen = future.thenApply(connections::of);
    future.complete(connection);

    assertThat(seen).isCompletedWithValue(Transport.CLEARTEXT);
    assertThat(connections.of(connection)).isEqualTo(Transport.CLEARTEXT);
  }

  @Test
  void aConnectionThatNobodyAskedForAndAFutureThatFails() {
    connections.acquired(future);
    connections.asked(future, Transport.TLS);
    future.completeExceptionally(new IllegalStateException());

    assertThat(connections.of(connection)).isEqualTo(Transport.UNKNOWN);
  }
}
