package dev.stockade.fleet.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;

/** What CloudTrail logs of the calls of one life, and of others that share its role. */
final class Trail {
  private static final String DATA_EVENTS_OFF = "111122223333";
  private static final long DELAY = 15 * 60_000;

  private final TrailText text = new TrailText();
  private final TrailSpool spool;
  private final Life life;
  private final int number;
  private final long end;
  private final Tally tally;

  /**
   * @param number of the service; some share their role with a process that no agent watches
   */
  Trail(TrailSpool spool, Life life, int number, long end, Tally tally) {
    this.spool = spool;
    this.life = life;
    this.number = number;
    this.end = end;
    this.tally = tally;
  }

  void take(AwsCall call) {
    SplittableRandom random = new SplittableRandom(call.idLow());
    SimulatedService service = life.service();
    String kind = service.ids() ? "" : ".without-id";
    if (call.data() && service.account().equals(DATA_EVENTS_OFF)) {
      tally.add("trail.data-events-off" + kind, 1);
    } else if (call.time() > end - DELAY) {
      tally.add("trail.not-delivered" + kind, 1);
    } else {
      tally.add("trail.logged" + kind, 1);
      add(call, service.role(), life.instance(), life.ip(), call.key(), random);
      tally.add("trail.no-tls" + kind, text.hasTls() ? 0 : 1);
      tally.add("trail.other-suite" + kind, text.hasOtherSuite() ? 1 : 0);
    }
    if (number % 10 == 2 && random.nextInt(10) == 0 && call.time() <= end - DELAY) {
      tally.add("trail.unwatched", 1);
      add(again(call, 1), service.role(), "i-0f00ba4", "10.77.0.9", "ASIAUNWATCHED0000042", random);
    }
    if (random.nextInt(20) == 0 && call.time() <= end - DELAY) {
      tally.add("trail.others", 1);
      boolean aws = random.nextBoolean();
      add(
          again(call, 2),
          "admin",
          "alice",
          "198.51.100.7",
          aws ? null : "ASIAALICE00000000001",
          random);
    }
  }

  private static AwsCall again(AwsCall call, int by) {
    return new AwsCall(
        call.time(),
        call.service(),
        call.operation(),
        call.data(),
        call.s3(),
        call.idHigh() * 0x2545F4914F6CDD1DL + by,
        call.idLow() ^ by,
        call.key(),
        call.host(),
        call.tls12());
  }

  private void add(
      AwsCall call, String role, String session, String source, String key, SplittableRandom r) {
    long delivered = Math.min(end - 1, call.time() + 60_000 + r.nextInt((int) DELAY - 60_000));
    LineText event = text.of(call, life.service(), role, session, source, key, r);
    try {
      spool.add(life.service().account(), life.service().region(), delivered, event);
      if (r.nextInt(200) == 0) {
        tally.add("trail.repeated", 1);
        spool.add(life.service().account(), life.service().region(), delivered, event);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
