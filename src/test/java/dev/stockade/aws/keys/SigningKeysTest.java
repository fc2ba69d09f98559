package dev.stockade.aws.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.text.AmzDate;
import dev.stockade.aws.text.CharSlice;
import dev.stockade.aws.text.HmacKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SigningKeysTest {
  private static final String DAY = "20261123";

  private final SigningKeys keys = new SigningKeys();

  private static byte[] key(int number) {
    byte[] key = new byte[32];
    key[0] = (byte) number;
    key[1] = (byte) (number >> 8);
    key[31] = 1;
    return key;
  }

  private ScopeKeys find(String region) {
    return keys.find(new CharSlice().set("AKID/" + DAY + "/" + region + "/s3"));
  }

  @Test
  void aKeyIsFoundByItsScopeAndCopied() {
    byte[] key = key(1);
    keys.add("AKID", DAY, "eu-west-1", "s3", key);
    key[0] = 9;

    assertThat(find("eu-west-1").holds(key(1))).isTrue();
    assertThat(find("eu-west-2")).isNull();
    assertThat(keys.toString()).isEqualTo("SigningKeys");
    assertThat(find("eu-west-1")).hasToString("ScopeKeys");
  }

  @Test
  void whatIsUsedOutlivesFiveHundredOthersAndWhatIsNotIsWiped() {
    keys.add("AKID", DAY, "used", "s3", key(1));
    keys.add("AKID", DAY, "unused", "s3", key(2));
    HmacKey unused = find("unused").keys()[0];
    for (int i = 0; i < 1500; i++) {
      keys.add("AKID", DAY, "r" + i, "s3", key(i));
      find("used");
    }

    assertThat(find("used")).isNotNull();
    assertThat(find("unused")).isNull();
    assertThat(unused.isGone()).isTrue();
    assertThat(unused.inner()).containsOnly(0);
  }

  @Test
  void keysOfTheDayBeforeYesterdayAreDropped() {
    keys.add("AKID", "20261121", "eu-west-1", "s3", key(1));
    keys.add("AKID", "20261122", "eu-west-1", "s3", key(2));
    keys.add("AKID", DAY, "eu-west-1", "s3", key(3));

    keys.sweep(Instant.parse("2026-11-23T00:00:00Z").toEpochMilli());

    assertThat(keys.find(new CharSlice().set("AKID/20261121/eu-west-1/s3"))).isNull();
    assertThat(keys.find(new CharSlice().set("AKID/20261122/eu-west-1/s3"))).isNotNull();
    assertThat(find("eu-west-1")).isNotNull();
  }

  @Test
  void whatIsNoKeyIsIgnored() {
    keys.add(null, DAY, "eu-west-1", "s3", key(1));
    keys.add("AKID", DAY, "eu-west-1", "s3", null);
    keys.add("AKID", DAY, "eu-west-1", "s3", new byte[31]);

    assertThat(find("eu-west-1")).isNull();
  }

  @Test
  void manyThreadsMayAddAndFind() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> all = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int start = t * 300;
      all.add(
          threads.submit(
              () -> {
                for (int i = 0; i < 20_000; i++) {
                  String region = "r" + (start + i % 700);
                  keys.add("AKID", DAY, region, "s3", key(i % 3));
                  ScopeKeys found = find(region);
                  assertThat(found == null || found.keys().length > 0).isTrue();
                }
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }
    threads.shutdown();
  }

  @Test
  void daysAreThoseOfTheCalendar() {
    for (long day = -200_000; day < 200_000; day += 17) {
      Instant time = Instant.ofEpochSecond(day * 86_400 + 4711);
      if (time.toString().startsWith("-") || time.toString().length() != 20) {
        continue;
      }
      String basic = time.toString().replace("-", "").replace(":", "");
      assertThat(AmzDate.millis(basic)).isEqualTo(time.toEpochMilli());
      if (day > 0) {
        assertThat(AmzDate.day(time.toEpochMilli())).isEqualTo(basic.substring(0, 8));
      }
    }
    assertThat(AmzDate.ofHttpDate("Mon, 23 Nov 2026 20:22:43 GMT")).isEqualTo("20261123T202243Z");
    assertThat(AmzDate.ofHttpDate("Monday, 23-Nov-26 20:22:43 GMT")).isNull();
  }
}
