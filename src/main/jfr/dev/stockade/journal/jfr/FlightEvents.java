package dev.stockade.journal.jfr;

import dev.stockade.journal.Event;
import dev.stockade.journal.EventObserver;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;

/**
 * Hands handshakes and requests to the Flight Recorder. While nobody records, an event costs a
 * look.
 */
public final class FlightEvents implements EventObserver {
  private final EventType handshake = registered(TlsHandshakeEvent.class);
  private final EventType blocked = registered(TlsBlockedEvent.class);
  private final EventType request = registered(AwsRequestEvent.class);

  /**
   * Makes the types of events known to the recorder.
   *
   * @throws IllegalStateException when this JVM cannot record
   */
  public FlightEvents() {}

  private static EventType registered(Class<? extends jdk.jfr.Event> type) {
    if (!FlightRecorder.isAvailable()) {
      throw new IllegalStateException("it is switched off in this JVM");
    }
    FlightRecorder.register(type);
    return EventType.getEventType(type);
  }

  @Override
  public void see(Event event) {
    switch (event.kind()) {
      case TLS_HANDSHAKE:
      case TLS_FAILED:
        if (handshake.isEnabled()) {
          commit(new TlsHandshakeEvent(), event);
        }
        break;
      case TLS_BLOCKED:
        if (blocked.isEnabled()) {
          commit(new TlsBlockedEvent(), event);
        }
        break;
      case AWS_REQUEST:
      case AWS_BLOCKED:
        if (request.isEnabled()) {
          commit(new AwsRequestEvent(), event);
        }
        break;
      default:
        // What is not about one handshake or request is in the journal alone.
    }
  }

  private static void commit(DecisionEvent out, Event event) {
    if (out.shouldCommit()) {
      out.take(event);
      out.commit();
    }
  }

  @Override
  public void close() {
    FlightRecorder.unregister(TlsHandshakeEvent.class);
    FlightRecorder.unregister(TlsBlockedEvent.class);
    FlightRecorder.unregister(AwsRequestEvent.class);
  }
}
