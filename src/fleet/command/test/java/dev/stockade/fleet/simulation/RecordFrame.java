package dev.stockade.fleet.simulation;

import java.util.Arrays;
import java.util.function.ObjLongConsumer;

/** The members that stand before and after the facts of each record of one life. */
final class RecordFrame {
  private final LineText line = new LineText();
  private final Scale scale;
  private final Life life;
  private final ObjLongConsumer<LineText> out;
  private final byte[] process;
  private long seq;
  private long time;
  private int day;

  /**
   * @param out takes each line with the time of its record
   */
  RecordFrame(Scale scale, Life life, ObjLongConsumer<LineText> out) {
    this.scale = scale;
    this.life = life;
    this.out = out;
    LineText text = new LineText();
    text.add("\"service\":\"").add(life.service().name());
    text.add("\",\"instance\":\"").add(life.instance());
    text.add("\",\"pid\":").number(life.pid());
    if (life.build() != Build.OLD) {
      text.add(",\"process\":\"").hex(life.id());
      text.add("\",\"stockade\":\"").add(life.build().version).add("\"");
    }
    process = Arrays.copyOf(text.bytes(), text.length());
  }

  Life life() {
    return life;
  }

  long written() {
    return seq;
  }

  boolean isFull() {
    return seq >= life.records();
  }

  /** From 0, of the simulation. */
  int day(long millis) {
    return (int) ((millis - scale.start()) / Scale.DAY);
  }

  String mode(long millis) {
    return life.service().mode(day(millis));
  }

  /**
   * Begins a record; not to be called when {@link #isFull}.
   *
   * @return to add the facts to, each with a comma before it
   */
  LineText begin(String kind, long millis) {
    time = millis;
    day = day(millis);
    line.clear().add("{\"time\":\"").time(millis).add("\",\"kind\":\"").add(kind);
    line.add("\",\"seq\":").number(++seq).add(",\"mode\":\"");
    return line.add(life.service().mode(day)).add("\"");
  }

  LineText line() {
    return line;
  }

  /** A rule and why, in the members that the build has for it. */
  void finding(String rule, String reason) {
    line.add(",\"rules\":[\"").add(rule).add("\"]");
    if (life.build() != Build.OLD) {
      line.add(",\"rule\":\"").add(rule).add("\"");
    }
    line.add(",\"reason\":\"").add(reason).add("\"");
    if (life.build() != Build.OLD) {
      line.add(",\"findings\":[{\"rule\":\"").add(rule).add("\",\"reason\":\"").add(reason);
      line.add("\"}]");
    }
  }

  void exception(String id) {
    line.add(",\"exception\":\"").add(id).add("\"");
  }

  /** The members after the facts, up to those of repeats. */
  LineText process() {
    line.add(",\"policy\":{\"profile\":\"aws-outposts\",\"digest\":\"");
    line.add(life.service().digest(day)).add("\"},").add(process);
    return life.build() == Build.LATER ? line.add(",\"trace\":{\"id\":\"abc\"}") : line;
  }

  void end() {
    out.accept(process().add("}\n"), time);
  }

  void end(byte[] more) {
    out.accept(process().add(more).add("}\n"), time);
  }

  /** Ends a folded record. */
  void end(long count, long first, long last) {
    process().add(",\"count\":").number(count);
    line.add(",\"first\":\"").time(first).add("\",\"last\":\"").time(last).add("\"");
    out.accept(line.add("}\n"), time);
  }
}
