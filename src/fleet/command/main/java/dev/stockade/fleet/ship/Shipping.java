package dev.stockade.fleet.ship;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.EndSignal;
import dev.stockade.cli.command.JsonText;
import dev.stockade.cli.command.WholeFile;
import dev.stockade.cli.follow.tail.Places;
import dev.stockade.fleet.storage.LocalFailures;
import dev.stockade.fleet.storage.StorageFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Ships until the process is told to end, or all is done that was wanted once. */
final class Shipping implements AutoCloseable {
  private static final long LOOK_MILLIS = 1_000;
  private static final long STATUS_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** For a destination that is away when all is to be sent once. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  /** For the last segments when the process is told to end; what was not sent waits. */
  private static final long FLUSH = TimeUnit.SECONDS.toNanos(20);

  private final ShipWishes wishes;
  private final Consumer<String> remarks;
  private final Totals totals = new Totals();
  private StateLock lock;
  private Destination destination;
  private Spool spool;
  private Reader reader;
  private GivingUp givingUp;
  private Sender sender;
  private long statusAt = System.nanoTime();

  private Shipping(ShipWishes wishes, Consumer<String> remarks) {
    this.wishes = wishes;
    this.remarks = remarks;
  }

  /** Opens all that is needed; closes what was opened when one of it cannot be. */
  static Shipping of(ShipWishes wishes, Consumer<String> remarks) {
    Shipping shipping = new Shipping(wishes, remarks);
    try {
      shipping.open();
      return shipping;
    } catch (IOException e) {
      shipping.close();
      throw LocalFailures.of(wishes.state(), "be used", e);
    } catch (RuntimeException | Error e) {
      shipping.close();
      throw e;
    }
  }

  private void open() throws IOException {
    destination = Destinations.of(wishes.to(), remarks);
    lock = StateLock.of(wishes.state());
    Places places = new Places();
    Checkpoint checkpoint = Checkpoint.read(wishes.state(), wishes.to(), places);
    spool = Spool.open(wishes.state().resolve("spool"), checkpoint);
    reader = new Reader(wishes, destination, places, checkpoint, spool, totals, remarks);
    givingUp = new GivingUp(spool, totals, remarks);
    sender = new Sender(destination, spool, totals, remarks);
  }

  /** Returns when it is told to end, in a shutdown of the JVM, or all is done. */
  void run(EndSignal signal) throws InterruptedException {
    try {
      sender.begin();
      ship(signal);
      reader.seal();
      drain(signal);
      sender.close();
      writeStatus();
    } catch (IOException e) {
      throw LocalFailures.of(wishes.state(), "be written, so nothing more is read", e);
    }
  }

  private void ship(EndSignal signal) throws IOException, InterruptedException {
    boolean more = true;
    while (!signal.isTold() && (more || !wishes.once())) {
      boolean room = givingUp.downTo(wishes.spoolBytes());
      more = !room || reader.round();
      if (System.nanoTime() - statusAt >= STATUS_NANOS) {
        writeStatus();
      }
      if (!room || (!more && !wishes.once())) {
        signal.await(LOOK_MILLIS);
      }
      checkSender();
    }
  }

  /** Waits for the last segments, with different patience. */
  private void drain(EndSignal signal) throws InterruptedException {
    long begin = System.nanoTime();
    while (!spool.isEmpty()) {
      checkSender();
      boolean isTold = signal.isTold();
      StorageFailure last = sender.last();
      if (isTold && System.nanoTime() - begin > FLUSH) {
        return;
      }
      if (!isTold && last != null && (!last.isPassing() || System.nanoTime() - begin > PATIENCE)) {
        throw CommandFailure.failed(
            last.getMessage() + "; " + spool.records() + " records wait in " + spool.folder());
      }
      Thread.sleep(50);
    }
  }

  private void checkSender() {
    if (sender.failure() != null) {
      throw CommandFailure.failed(
          sender.failure() + "; what was not sent waits in " + spool.folder());
    }
  }

  /** What was shipped, what waits and what was given up. */
  Map<String, Object> status() {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("to", destination.name());
    status.putAll(totals.members());
    status.put("spooledRecords", spool.records());
    status.put("spooledBytes", spool.bytes());
    status.put("failure", sender.last() == null ? null : sender.last().getMessage());
    return status;
  }

  private void writeStatus() throws IOException {
    statusAt = System.nanoTime();
    byte[] text = (JsonText.of(status()) + "\n").getBytes(StandardCharsets.UTF_8);
    WholeFile.write(wishes.state().resolve("status.json"), text);
  }

  @Override
  public void close() {
    try {
      if (sender != null) {
        sender.close();
      }
      if (spool != null) {
        spool.close();
      }
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      remarks.accept(wishes.state() + ": cannot be closed: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (destination != null) {
      destination.close();
    }
  }
}
