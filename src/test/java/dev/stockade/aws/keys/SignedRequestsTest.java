package dev.stockade.aws.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.stockade.aws.text.ByteBuilder;
import dev.stockade.aws.text.CharSlice;
import dev.stockade.aws.text.Fingerprint;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SignedRequestsTest {
  private static final CredentialHash CREDENTIAL =
      CredentialHash.of("AKID/20261123/eu-central-1/dynamodb/aws4_request");
  private static final String PAYLOAD = "0".repeat(64);
  private static final int MAX_BYTES = 500;
  private static final int CALLS = 20_000;

  private final SignedRequests log = new SignedRequests();

  private static String canonical(String value) {
    return "POST\n/\n\nhost:h\nx-amz-security-token:"
        + value
        + "\n\nhost;x-amz-security-token\n"
        + PAYLOAD;
  }

  private static String signature(long number) {
    return String.format("%064x", number * 0x9E3779B97F4A7C15L);
  }

  private static Fingerprint wire(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return new Fingerprint().read(bytes, 0, bytes.length);
  }

  private SignedRequest find(String signature) {
    return log.find(new CharSlice().set(signature));
  }

  @Test
  void aRequestIsFoundByItsWholeSignatureAndComparedByteForByte() {
    for (String value : new String[] {"a token", "tést", "\u0161\ud83d\ude00", "a\nb"}) {
      log.signed(canonical(value), signature(1), CREDENTIAL);

      SignedRequest found = find(signature(1));
      assertThat(found.isOf(wire(canonical(value)))).as(value).isTrue();
      assertThat(found.isOf(wire(canonical(value + " ")))).as(value).isFalse();
      assertThat(found.payloadHash()).isEqualTo(PAYLOAD);
      assertThat(found.isScope(CREDENTIAL.scope)).isTrue();
    }
    String last = signature(1).endsWith("0") ? "1" : "0";
    assertThat(find(signature(1).substring(0, 63) + last)).isNull();
    assertThat(find(signature(2))).isNull();
  }

  @Test
  void ofManyTheLastAreFound() {
    for (int i = 0; i < 100_000; i++) {
      log.signed(canonical("t"), signature(i), CREDENTIAL);
    }
    int found = 0;
    for (int i = 0; i < 100_000; i++) {
      found += find(signature(i)) == null ? 0 : 1;
    }
    assertThat(found).isEqualTo(1024);
    for (int i = 99_900; i < 100_000; i++) {
      assertThat(find(signature(i))).isNotNull();
    }
  }

  @Test
  void eachOfManyThreadsFindsItsOwn() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    CountDownLatch start = new CountDownLatch(1);
    AtomicInteger found = new AtomicInteger();
    for (int thread = 0; thread < 8; thread++) {
      int number = thread;
      threads.execute(
          () -> {
            awaitQuietly(start);
            for (int i = 0; i < 5_000; i++) {
              String signature = signature(i * 8L + number);
              String request = canonical("t" + number);
              log.signed(request, signature, CREDENTIAL);
              SignedRequest mine = find(signature);
              found.addAndGet(mine != null && mine.isOf(wire(request)) ? 1 : 0);
            }
          });
    }
    start.countDown();
    threads.shutdown();
    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    // A thread that the machine stops in the middle may find its own written over.
    assertThat(found.get()).isGreaterThan(39_900);
  }

  @Test
  void noValueIsKept() throws Exception {
    log.signed(canonical("secret"), signature(1), CREDENTIAL);

    SignedRequest found = find(signature(1));
    for (Class<?> type : List.of(SignedRequest.class, LineHashes.class)) {
      for (Field field : type.getDeclaredFields()) {
        field.setAccessible(true);
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          Object owner = type == LineHashes.class ? hashes(found) : found;
          assertThat(String.valueOf(field.get(owner))).doesNotContain("secret");
        }
      }
    }
  }

  private static Object hashes(SignedRequest request) throws Exception {
    Field field = SignedRequest.class.getDeclaredField("hashes");
    field.setAccessible(true);
    return field.get(request);
  }

  @Test
  void whereSomebodySweepsItIsKeptForAMomentOnly() throws Exception {
    log.sweep(true);
    log.signed(canonical("secret"), signature(1), CREDENTIAL);
    log.sweep(true);
    assertThat(find(signature(1)).text()).isEqualTo(canonical("secret"));

    Thread.sleep(600);
    log.sweep(true);

    assertThat(find(signature(1)).text()).isNull();
    assertThat(find(signature(1)).isComparable(new ByteBuilder())).isTrue();
    assertThat(find(signature(1)).isOf(wire(canonical("secret")))).isTrue();
  }

  @Test
  void nothingIsKeptWhenNobodySweepsAnyMore() throws Exception {
    log.sweep(true);
    log.signed(canonical("secret"), signature(1), CREDENTIAL);
    log.sweep(false);
    log.signed(canonical("secret"), signature(2), CREDENTIAL);

    assertThat(find(signature(1)).text()).isNull();
    assertThat(find(signature(2)).text()).isNull();

    log.sweep(true);
    log.signed(canonical("secret"), signature(4), CREDENTIAL);
    Thread.sleep(600);
    log.signed(canonical("secret"), signature(3), CREDENTIAL);
    assertThat(find(signature(3)).text()).as("who swept hangs").isNull();
    assertThat(find(signature(4)).text()).as("and has left one").isNull();
  }

  @Test
  void nothingIsLeftBehindBetweenTheTwo() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    AtomicInteger kept = new AtomicInteger();
    for (int round = 0; round < 200; round++) {
      int start = round * 40;
      log.sweep(true);
      CountDownLatch signed = new CountDownLatch(4);
      for (int thread = 0; thread < 4; thread++) {
        int number = start + thread * 10;
        threads.execute(
            () -> {
              for (int i = number; i < number + 10; i++) {
                log.signed(canonical("t"), signature(i), CREDENTIAL);
              }
              signed.countDown();
            });
      }
      log.sweep(false);
      signed.await();
      for (int i = start; i < start + 40; i++) {
        SignedRequest request = find(signature(i));
        kept.addAndGet(request != null && request.text() != null ? 1 : 0);
      }
    }
    threads.shutdown();
    assertThat(kept).hasValue(0);
  }

  @Test
  void whatIsRememberedOfARequestIsFewBytesAndNoGarbage() {
    String request = canonical("t".repeat(400));
    assertThat(bytes(request)).as("warm-up").isNotNegative();

    assertThat(bytes(request)).isLessThan((long) CALLS * MAX_BYTES);
  }

  private long bytes(String request) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    String signature = signature(1);
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    for (int i = 0; i < CALLS; i++) {
      log.signed(request, signature, CREDENTIAL);
    }
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
