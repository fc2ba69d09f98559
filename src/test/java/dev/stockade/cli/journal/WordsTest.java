package dev.stockade.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Eight bytes at a time tell the same as one after the other. */
class WordsTest {
  private final Random random = new Random(17);

  @Test
  void allBytesInAllPlaces() {
    for (int place = 0; place < Words.BYTES; place++) {
      for (int value = 0; value < 256; value++) {
        byte[] bytes = "aaaaaaaa".getBytes(StandardCharsets.US_ASCII);
        bytes[place] = (byte) value;
        check(bytes);
      }
    }
  }

  @Test
  void oddBytesBesideEachOther() {
    byte[] odd = {'"', '\\', '\n', 0, 1, 31, ' ', '!', '#', '[', ']', 11, 9, -1, -128, 127, 'a'};
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = new byte[Words.BYTES];
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = odd[random.nextInt(odd.length)];
      }
      check(bytes);
    }
  }

  @Test
  void whatStandsBehindDoesNotMatter() {
    for (int length = 0; length < 40; length++) {
      byte[] one = new byte[48];
      byte[] other = new byte[48];
      random.nextBytes(one);
      random.nextBytes(other);
      System.arraycopy(one, 0, other, 0, length);
      assertThat(Words.hash(Words.of(one), length)).isEqualTo(Words.hash(Words.of(other), length));
      assertThat(Words.areSame(Words.of(one), Words.of(other), length)).isTrue();
      for (int at = 0; at < length; at++) {
        other[at] ^= 1;
        assertThat(Words.areSame(Words.of(one), Words.of(other), length)).isFalse();
        other[at] ^= 1;
      }
    }
  }

  @Test
  void lineFeedsAreFoundWhereTheyAre() {
    for (int length = 0; length < 40; length++) {
      byte[] bytes = new byte[48];
      bytes[length] = '\n';
      for (int from = 0; from <= length; from++) {
        assertThat(Words.lineFeed(Words.of(bytes), from, 48)).isEqualTo(length);
        assertThat(Words.lineFeed(Words.of(bytes), from, length)).isEqualTo(length);
      }
    }
  }

  private static void check(byte[] bytes) {
    ByteBuffer words = Words.of(bytes);
    int plain = 0;
    while (plain < bytes.length && isPlain(bytes[plain])) {
      plain++;
    }
    int before = 0;
    while (before < bytes.length && bytes[before] != '\n') {
      before++;
    }
    if (Words.plainBytes(words.getLong(0)) != plain
        || Words.bytesBeforeLineFeed(words.getLong(0)) != before) {
      assertThat(bytes).as("%d plain, %d before a line feed", plain, before).isEmpty();
    }
  }

  private static boolean isPlain(byte c) {
    return c != '"' && c != '\\' && !(c >= 0 && c < ' ');
  }
}
