package dev.stockade.aws.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ObjectPoolTest {
  @Test
  void whatIsTakenIsNobodyElses() {
    ObjectPool<Object> spares = new ObjectPool<>(Object::new);
    Object first = spares.take();
    Object second = spares.take();

    assertThat(second).isNotSameAs(first);
    spares.give(first);
    assertThat(spares.take()).isSameAs(first);
    assertThat(spares.take()).isNotSameAs(first);
  }

  @Test
  void aThreadKeepsNothingOfIt() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      WeakReference<Object> kept = thread.submit(ObjectPoolTest::used).get();
      for (int i = 0; i < 50 && kept.get() != null; i++) {
        System.gc();
        new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS);
      }
      assertThat(kept.get()).isNull();
    } finally {
      thread.shutdown();
    }
  }

  /** As an engine does that ends thereafter. */
  private static WeakReference<Object> used() {
    ObjectPool<Object> spares = new ObjectPool<>(Object::new);
    Object spare = spares.take();
    spares.give(spare);
    return new WeakReference<>(spare);
  }
}
