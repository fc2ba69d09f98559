package dev.stockade.cli.journal;

import dev.stockade.cli.command.CommandFailure;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * Works on the blocks of files on all processors. What comes of them is handed out by the calling
 * thread alone and in the order of the file, so that the answers do not depend on the threads.
 */
final class BlockPipeline implements Closeable {
  private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors());

  /** Blocks that may wait; few, as they are memory. */
  private static final int WAITING = 2 * THREADS + 2;

  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          THREADS,
          work -> {
            Thread thread = new Thread(work, "stockade-reader");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Goes through one file.
   *
   * @param work called by any thread
   * @param use called by this thread
   * @param position told how many bytes of the file were read
   * @throws IOException when it cannot be read any further; what was read has been handed out
   */
  <R> void run(Path part, Function<Block, R> work, Consumer<R> use, LongConsumer position)
      throws IOException {
    Deque<Future<R>> waiting = new ArrayDeque<>();
    try (JournalBlocks blocks = JournalBlocks.open(part)) {
      IOException failure = null;
      while (failure == null) {
        try {
          Block block = blocks.next();
          if (block == null) {
            break;
          }
          waiting.add(workers.submit(() -> work.apply(block)));
        } catch (IOException e) {
          failure = e;
        }
        if (waiting.size() > WAITING) {
          use.accept(result(waiting.remove()));
          position.accept(blocks.position());
        }
      }
      while (!waiting.isEmpty()) {
        use.accept(result(waiting.remove()));
      }
      position.accept(blocks.position());
      if (failure != null) {
        throw failure;
      }
    }
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error) {
        throw (Error) e.getCause();
      }
      throw (RuntimeException) e.getCause();
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
