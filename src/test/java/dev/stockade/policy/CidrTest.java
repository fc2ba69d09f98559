package dev.stockade.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
  @Test
  void aBlockHoldsWhatBeginsLikeIt() {
    assertThat(contains("10.0.0.0/8", "10.255.0.1")).isTrue();
    assertThat(contains("10.0.0.0/8", "11.0.0.1")).isFalse();
    assertThat(contains("10.0.0.128/25", "10.0.0.127")).isFalse();
    assertThat(contains("10.0.0.129/25", "10.0.0.255")).isTrue();
    assertThat(contains("10.0.0.7", "10.0.0.7")).isTrue();
    assertThat(contains("10.0.0.7", "10.0.0.6")).isFalse();
    assertThat(contains("0.0.0.0/0", "1.2.3.4")).isTrue();
    assertThat(contains("2001:db8::/32", "2001:db8:1::5")).isTrue();
    assertThat(contains("2001:db8::/32", "2001:db9::5")).isFalse();
    assertThat(contains("fe80::/10", "fe80::1%eth0")).isTrue();
    assertThat(contains("0.0.0.0/0", "::1")).isFalse();
  }

  @Test
  void whatIsNoAddressIsInNoBlock() {
    assertThat(contains("0.0.0.0/0", null)).isFalse();
    assertThat(contains("0.0.0.0/0", "localhost")).isFalse();
    assertThat(contains("0.0.0.0/0", "300.1.1.1")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/8",
        "localhost",
        "localhost/8",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/8/8",
        "10.0.0/8",
        "010.0.0.1",
        "300.0.0.1",
        ".:1",
        "1:2",
        "::1/129",
        "::g"
      })
  void otherTextsAreNone(String text) {
    assertThat(Cidr.parse(text)).isNull();
  }

  @Test
  void oneCoversAnotherWhenItIsAsWideOrWider() {
    assertThat(covers("10.0.0.0/8", "10.1.0.0/16")).isTrue();
    assertThat(covers("10.0.0.0/8", "10.0.0.0/8")).isTrue();
    assertThat(covers("10.1.0.0/16", "10.0.0.0/8")).isFalse();
    assertThat(covers("10.0.0.0/8", "11.0.0.0/16")).isFalse();
    assertThat(covers("0.0.0.0/0", "::/0")).isFalse();
  }

  private static boolean contains(String cidr, String ip) {
    return Cidr.parse(cidr).contains(ip);
  }

  private static boolean covers(String cidr, String other) {
    return Cidr.parse(cidr).covers(Cidr.parse(other));
  }
}
