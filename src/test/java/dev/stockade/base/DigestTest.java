package dev.stockade.base;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DigestTest {
  /** The example of FIPS 180-4's own appendix. */
  @Test
  void namesAContentByItsHash() {
    assertThat(Digest.of("abc".getBytes(US_ASCII)))
        .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void everyByteHasTwoDigits() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    assertThat(Digest.hex(all)).isEqualTo(HexFormat.of().formatHex(all));
  }
}
