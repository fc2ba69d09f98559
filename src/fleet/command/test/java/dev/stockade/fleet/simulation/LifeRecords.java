package dev.stockade.fleet.simulation;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/** All records of one life of a JVM, from {@code started} to {@code stopped}, in its order. */
final class LifeRecords {
  private final RecordFrame frame;
  private final SplittableRandom random;
  private final HandshakeRecords handshakes;
  private final AwsRecords aws;
  private final Tally tally;

  LifeRecords(
      Scale scale, Life life, ObjLongConsumer<LineText> out, Consumer<AwsCall> trail, Tally tally) {
    frame = new RecordFrame(scale, life, out);
    random = new SplittableRandom(life.id());
    handshakes = new HandshakeRecords(frame, random, tally);
    aws = new AwsRecords(frame, handshakes, random, trail, tally);
    this.tally = tally;
  }

  void write() {
    Life life = frame.life();
    long now = life.start();
    if (life.records() > 0) {
      started(now);
    }
    if (!frame.isFull()) {
      frame.begin("policy.change", now).add(",\"verdict\":\"pass\",\"reason\":\"policy loaded\"");
      frame.end();
    }
    int day = frame.day(now);
    while (life.records() - frame.written() > 1) {
      long before = frame.written();
      scene(now, before);
      long step = frame.written() - before;
      long left = Math.max(step, life.records() - before);
      now = Math.min(life.end() - 120_000, now + (life.end() - now) * step / left);
      if (frame.day(now) != day) {
        day = frame.day(now);
        changes(day, now);
      }
    }
    if (!frame.isFull()) {
      stopped(life.end() - 1);
    }
    tally.add("records", frame.written());
  }

  private void scene(long now, long number) {
    SimulatedService service = frame.life().service();
    int dice = random.nextInt(1_000);
    if (number < 2 + service.destinations().size()) {
      handshakes.certificate(service.destinations().get((int) Math.max(0, number - 2)), now);
    } else if (dice < 560) {
      handshakes.outbound(
          service.destinations().get(random.nextInt(service.destinations().size())), now);
    } else if (dice < 900) {
      handshakes.inbound(now);
    } else if (dice < 990) {
      aws.calls(now);
    } else if (dice < 998) {
      handshakes.failed(service.destinations().get(0), now);
    } else if (dice < 999) {
      tampered(now);
    } else {
      dropped(now);
    }
  }

  private void changes(int day, long now) {
    SimulatedService service = frame.life().service();
    String mode = service.mode(day);
    String before = service.mode(day - 1);
    if (!mode.equals(before) && frame.life().records() - frame.written() > 1) {
      frame.begin("policy.change", now);
      frame.line().add(",\"verdict\":\"note\",\"reason\":\"policy file edited: mode: ");
      frame.line().add(before).add(" -> ").add(mode).add("\"");
      frame.end();
    }
  }

  private void started(long now) {
    frame.begin("lifecycle", now).add(",\"reason\":\"started\"");
    SimulatedService service = frame.life().service();
    String runtime =
        ",\"runtime\":{\"stockade\":\""
            + frame.life().build().version
            + "\",\"java\":\"17.0.15+6\",\"vendor\":\"Eclipse Adoptium\"}";
    String cloud =
        frame.life().build() == Build.OLD
            ? ""
            : ",\"cloud\":{\"provider\":\"aws\",\"platform\":\"eks\",\"account\":\""
                + service.account()
                + "\",\"region\":\""
                + service.region()
                + "\",\"cluster\":\"blue\",\"pod\":\""
                + frame.life().instance()
                + "\",\"namespace\":\""
                + service.owner()
                + "\"}";
    frame.end((runtime + cloud).getBytes(StandardCharsets.US_ASCII));
  }

  private void stopped(long now) {
    frame.begin("lifecycle", now).add(",\"reason\":\"stopped\"");
    String counts =
        ",\"counts\":{\"handshakes\":"
            + frame.written()
            + ",\"requests\":0,\"violations\":0,\"blocked\":0,\"failed\":0,\"dropped\":0,"
            + "\"errors\":0}";
    frame.end(counts.getBytes(StandardCharsets.US_ASCII));
  }

  private void tampered(long now) {
    frame.begin("tamper", now).add(",\"verdict\":\"warn\"");
    frame.finding(
        "tamper.security-property",
        "the security property jdk.tls.disabledAlgorithms no longer has RC4");
    frame.end();
  }

  private void dropped(long now) {
    long count = 1L + random.nextInt(500);
    frame.begin("dropped", now).add(",\"reason\":\"the ring was full\"");
    frame.end((",\"count\":" + count).getBytes(StandardCharsets.US_ASCII));
    tally.add("dropped.n", count);
  }
}
