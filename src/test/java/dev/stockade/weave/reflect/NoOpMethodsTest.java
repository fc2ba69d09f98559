package dev.stockade.weave.reflect;

import static org.assertj.core.api.Assertions.assertThat;

import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;

class NoOpMethodsTest {
  private static final String VERIFY = "(Ljava/lang/String;Ljavax/net/ssl/SSLSession;)Z";

  @Test
  void onlyAnEmptyMethodDoesNothing() {
    assertThat(NoOpMethods.doesNothing(Empty.class, "check", "(Ljava/lang/String;)V")).isTrue();
    assertThat(NoOpMethods.doesNothing(Heir.class, "check", "(Ljava/lang/String;)V")).isTrue();
    assertThat(NoOpMethods.doesNothing(Throwing.class, "check", "(Ljava/lang/String;)V")).isFalse();
    assertThat(NoOpMethods.doesNothing(Empty.class, "absent", "()V")).isFalse();
    assertThat(NoOpMethods.doesNothing(String.class, "notify", "()V")).isFalse();
  }

  @Test
  void aLambdaCountsWhenAllOfItsKindInItsClassAreTrue() {
    assertThat(isTrue(AllTrue.one())).isTrue();
    assertThat(isTrue(Mixed.yes())).isFalse();
    assertThat(isTrue(Mixed.local())).isFalse();
  }

  @Test
  void anObjectThatAsksIsNotAlwaysTrue() {
    assertThat(isTrue(new Content())).isTrue();
    assertThat(isTrue(new Asking())).isFalse();
  }

  private static boolean isTrue(HostnameVerifier verifier) {
    return NoOpMethods.isAlwaysTrue(verifier.getClass(), "verify", VERIFY);
  }

  static class Empty {
    void check(String text) {}
  }

  static class Heir extends Empty {}

  static class Throwing extends Empty {
    @Override
    void check(String text) {
      throw new IllegalStateException(text);
    }
  }

  static class AllTrue {
    static HostnameVerifier one() {
      return (name, session) -> true;
    }
  }

  static class Mixed {
    static HostnameVerifier yes() {
      return (name, session) -> true;
    }

    static HostnameVerifier local() {
      return (name, session) -> name.equals("localhost");
    }
  }

  static class Content implements HostnameVerifier {
    @Override
    public boolean verify(String name, SSLSession session) {
      return true;
    }
  }

  static class Asking implements HostnameVerifier {
    @Override
    public boolean verify(String name, SSLSession session) {
      return session.isValid();
    }
  }
}
