package dev.stockade.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ClientHelloTest {
  @Test
  void withoutAnExtensionAllVersionsUpToItsOwnAreMeant() {
    ClientHello hello = ClientHello.read(hello(0x0303));

    assertThat(hello.hasVersion(0x0303)).isTrue();
    assertThat(hello.hasVersion(0x0301)).isTrue();
    assertThat(hello.hasVersion(0x0304)).isFalse();
    assertThat(hello.hasSuite(0x009c)).isTrue();
    assertThat(hello.hasSuite(0x002f)).isFalse();
  }

  @Test
  void theExtensionNamesTheVersions() {
    ClientHello hello = ClientHello.read(hello(0x0303, 0, 7, 0, 43, 0, 3, 2, 3, 4));

    assertThat(hello.hasVersion(0x0304)).isTrue();
    assertThat(hello.hasVersion(0x0303)).isFalse();
  }

  @Test
  void groupsAreThoseOfTheExtensionOrAnyWithoutOne() {
    ClientHello hello =
        ClientHello.read(hello(0x0303, 0, 10, 0, 10, 0, 6, 0, 4, 0, 29, 0x11, 0xec));

    assertThat(hello.hasGroup(29)).isTrue();
    assertThat(hello.hasGroup(0x11ec)).isTrue();
    assertThat(hello.hasGroup(23)).isFalse();
    assertThat(ClientHello.read(hello(0x0303)).hasGroup(23)).isTrue();
  }

  @Test
  void whatIsNoWholeHelloOfTlsIsNotKnown() {
    assertThat(ClientHello.read(new byte[0])).isNull();
    assertThat(ClientHello.read(Arrays.copyOf(hello(0x0303), 40))).isNull();
    assertThat(ClientHello.read(hello(0xfefd))).isNull();
  }

  private static byte[] hello(int version, int... extensions) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {1, 0, 0, 0, (byte) (version >> 8), (byte) version});
    out.writeBytes(new byte[32]);
    out.writeBytes(new byte[] {0, 0, 2, 0, (byte) 0x9c, 1, 0});
    for (int one : extensions) {
      out.write(one);
    }
    return out.toByteArray();
  }
}
