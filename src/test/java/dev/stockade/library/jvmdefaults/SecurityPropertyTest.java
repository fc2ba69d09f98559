package dev.stockade.library.jvmdefaults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecurityPropertyTest {
  private static final String BEFORE = "SSLv3, RC4,  DH keySize < 1024, SHA1 usage TLSServer";

  @Test
  void anEntryThatIsGoneIsLost() {
    assertThat(SecurityProperty.lost(BEFORE, "SSLv3, DH keySize < 1024, SHA1 usage TLSServer"))
        .containsExactly("RC4");
    assertThat(SecurityProperty.lost(BEFORE, "")).hasSize(4);
    assertThat(SecurityProperty.lost(BEFORE, BEFORE.replace("1024", "768")))
        .containsExactly("DH keySize < 1024");
  }

  @Test
  void whatIsStricterOrWrittenInAnotherWayIsNotLost() {
    assertThat(SecurityProperty.lost(BEFORE, BEFORE)).isEmpty();
    assertThat(SecurityProperty.lost(BEFORE, "sha1,dh keysize < 2048,rc4,sslv3,TLSv1")).isEmpty();
    assertThat(SecurityProperty.lost(null, BEFORE)).isEmpty();
    assertThat(SecurityProperty.lost(BEFORE, BEFORE.replace("DH keySize < 1024", "DH"))).isEmpty();
  }

  @Test
  void onlyListsOfRefusalsAreLookedAt() {
    assertThat(SecurityProperty.isRefusal("jdk.tls.disabledAlgorithms")).isTrue();
    assertThat(SecurityProperty.isRefusal("jdk.certpath.disabledAlgorithms")).isTrue();
    assertThat(SecurityProperty.isRefusal("jdk.tls.legacyAlgorithms")).isTrue();
    assertThat(SecurityProperty.isRefusal("jdk.tls.alpnCharset")).isFalse();
    assertThat(SecurityProperty.isRefusal("app.disabledAlgorithms")).isFalse();
  }
}
