package dev.stockade.aws.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void itIsOfTheBytesAndNotOfWhereTheyLie() {
    byte[] text = new byte[64];
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) (i * 37);
    }
    for (int length = 0; length < 40; length++) {
      byte[] moved = new byte[64];
      System.arraycopy(text, 3, moved, 11, length);
      assertThat(
              new Fingerprint()
                  .read(text, 3, 3 + length)
                  .is(new Fingerprint().read(moved, 11, 11 + length)))
          .isTrue();
      assertThat(SeededHash.of(text, 3, 3 + length))
          .isEqualTo(SeededHash.of(moved, 11, 11 + length));
    }
  }

  @Test
  void everyChangeOfOneOrTwoBitsIsAnother() {
    byte[] text = new byte[27];
    Fingerprint original = new Fingerprint().read(text, 0, text.length);
    Set<Long> hashes = new HashSet<>();
    hashes.add(SeededHash.of(text, 0, text.length));
    int bits = 8 * text.length;
    int changes = 0;
    for (int one = 0; one < bits; one++) {
      for (int other = one; other < bits; other++) {
        flip(text, one);
        if (other != one) {
          flip(text, other);
        }
        changes++;
        hashes.add(SeededHash.of(text, 0, text.length));
        assertThat(original.is(new Fingerprint().read(text, 0, text.length))).isFalse();
        text = new byte[27];
      }
    }
    assertThat(hashes).hasSize(changes + 1);
  }

  @Test
  void zeroesAtTheEndCount() {
    byte[] zeroes = new byte[40];
    Set<Long> hashes = new HashSet<>();
    for (int length = 0; length <= zeroes.length; length++) {
      hashes.add(SeededHash.of(zeroes, 0, length));
      assertThat(
              new Fingerprint()
                  .read(zeroes, 0, length)
                  .is(new Fingerprint().read(zeroes, 0, (length + 1) % 41)))
          .isFalse();
    }
    assertThat(hashes).hasSize(zeroes.length + 1);
  }

  private static void flip(byte[] text, int bit) {
    text[bit / 8] ^= (byte) (1 << bit % 8);
  }
}
