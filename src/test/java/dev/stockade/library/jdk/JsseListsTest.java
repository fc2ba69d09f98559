package dev.stockade.library.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.Profiles;
import dev.stockade.policy.tls.TlsPolicy;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("JdkObsolete") // JSSE, too, makes linked lists.
class JsseListsTest {
  private static final int CALLS = 100_000;

  private final TlsPolicy policy = new TlsPolicy(Profiles.named("aws-outposts"));
  private final JsseLists protocols = JsseLists.ofProtocols();
  private final JsseLists suites = JsseLists.ofSuites();

  /** Stands for JSSE's enum constants. */
  private enum Constant {
    TLS13("TLSv1.3"),
    TLS12("TLSv1.2"),
    TLS11("TLSv1.1"),
    HELLO("SSLv2Hello"),
    GOOD("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
    STATIC("TLS_RSA_WITH_AES_256_GCM_SHA384"),
    SIGNAL("TLS_EMPTY_RENEGOTIATION_INFO_SCSV");

    final String name;

    Constant(String name) {
      this.name = name;
    }
  }

  @Test
  void aListThatWasSeenIsKnownByItsPartsWhateverListItIs() throws Exception {
    JsseList first = suites.of(List.of(Constant.GOOD, Constant.STATIC));

    assertThat(first.offer)
        .isEqualTo(Offer.ofSuites(List.of(Constant.GOOD.name, Constant.STATIC.name)));
    assertThat(suites.of(new ArrayList<>(List.of(Constant.GOOD, Constant.STATIC)))).isSameAs(first);
    assertThat(suites.of(new LinkedList<>(List.of(Constant.GOOD, Constant.STATIC))))
        .isSameAs(first);
    assertThat(suites.of(List.of(Constant.STATIC, Constant.GOOD))).isNotSameAs(first);
  }

  @Test
  void listsThatDifferInTheMiddleAreTwo() throws Exception {
    JsseList one = suites.of(List.of(Constant.GOOD, Constant.STATIC, Constant.SIGNAL));
    JsseList other = suites.of(List.of(Constant.GOOD, Constant.GOOD, Constant.SIGNAL));

    assertThat(other).isNotSameAs(one);
    assertThat(
            suites.of(new LinkedList<>(List.of(Constant.GOOD, Constant.STATIC, Constant.SIGNAL))))
        .isSameAs(one);
  }

  @Test
  void aPolicyLeavesJssesOwnConstantsInTheirOrder() throws Exception {
    List<Constant> offered = List.of(Constant.STATIC, Constant.GOOD, Constant.SIGNAL);

    assertThat((Object) left(suites, offered, false))
        .isEqualTo(List.of(Constant.GOOD, Constant.SIGNAL));
    assertThat((Object) left(protocols, List.of(Constant.TLS12, Constant.TLS11), false))
        .isEqualTo(List.of(Constant.TLS12));
  }

  @Test
  void aListOfWhichAllIsLeftIsReturnedItself() throws Exception {
    left(suites, List.of(Constant.GOOD, Constant.SIGNAL), false);
    List<Constant> again = new ArrayList<>(List.of(Constant.GOOD, Constant.SIGNAL));

    assertThat((Object) left(suites, again, false)).isSameAs(again);
  }

  @Test
  void signalsAloneAreNothing() throws Exception {
    assertThat((Object) left(suites, List.of(Constant.STATIC, Constant.SIGNAL), false))
        .isEqualTo(List.of());
  }

  @Test
  void onlyAServerStillUnderstandsTheOldHello() throws Exception {
    List<Constant> offered = List.of(Constant.HELLO, Constant.TLS12, Constant.TLS11);

    assertThat((Object) left(protocols, offered, true))
        .isEqualTo(List.of(Constant.HELLO, Constant.TLS12));
    assertThat((Object) left(protocols, offered, false)).isEqualTo(List.of(Constant.TLS12));
    assertThat((Object) left(protocols, List.of(Constant.HELLO, Constant.TLS11), true))
        .isEqualTo(List.of());
  }

  @Test
  void noListIsAnEmptyOne() throws Exception {
    assertThat(suites.of(null).with(protocols.of(null))).isEqualTo(Offer.UNKNOWN);
  }

  @Test
  void aFullBucketStartsAnew() throws Exception {
    List<Constant> middle = new ArrayList<>();
    List<List<Constant>> lists = new ArrayList<>();
    for (int bits = 0; bits < 32; bits++) {
      middle.clear();
      for (int bit = 1; bit < 32; bit <<= 1) {
        middle.add((bits & bit) == 0 ? Constant.GOOD : Constant.STATIC);
      }
      List<Constant> list = new ArrayList<>(middle);
      list.add(0, Constant.GOOD);
      list.add(Constant.SIGNAL);
      lists.add(list);
    }
    for (List<Constant> list : lists) {
      assertThat(suites.of(list).depth).isBetween(1, 4);
    }
  }

  @Test
  void lookingUpWhatWasSeenBeforeAllocatesNothing() throws Exception {
    List<?> offered =
        Collections.unmodifiableList(new ArrayList<>(List.of(Constant.values()).subList(4, 7)));
    List<?> versions =
        Collections.unmodifiableList(new ArrayList<>(List.of(Constant.TLS13, Constant.TLS11)));
    assertThat(bytesOf(versions, offered)).as("warm-up").isNotNegative();

    // Less than one byte a call: the measurement itself may allocate a little.
    assertThat(bytesOf(versions, offered)).isLessThan(CALLS);
  }

  private long bytesOf(List<?> versions, List<?> offered) throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    boolean removes = true;
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < CALLS; i++) {
      JsseList list = suites.of(offered);
      removes &= list.leftBy(policy, offered, false).size() == 2;
      removes &= !policy.narrow(list.with(protocols.of(versions))).isEmpty();
    }
    long bytes = threads.getThreadAllocatedBytes(thread) - before;
    assertThat(removes).isTrue();
    return bytes;
  }

  private List<?> left(JsseLists lists, List<?> offered, boolean server) throws Exception {
    return lists.of(offered).leftBy(policy, offered, server);
  }
}
