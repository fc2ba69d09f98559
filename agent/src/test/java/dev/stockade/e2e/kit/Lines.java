package dev.stockade.e2e.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Collects the lines of a child's stream in the background, and waits for one of them. */
public final class Lines {
  private final List<String> lines = new ArrayList<>();
  private final Thread reader;
  private boolean ended;

  public Lines(InputStream stream) {
    reader = new Thread(() -> read(stream), "lines");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(InputStream stream) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        synchronized (this) {
          lines.add(line);
          notifyAll();
        }
      }
    } catch (IOException e) {
      synchronized (this) {
        lines.add("(stream ended with " + e + ")");
      }
    } finally {
      synchronized (this) {
        ended = true;
        notifyAll();
      }
    }
  }

  /** The first line that fits; fails with all lines when none comes in time. */
  public String await(Predicate<String> fits, long millis) throws InterruptedException {
    return await(fits, 1, millis);
  }

  /** The line with this number, from 1 on, of those that fit. */
  public synchronized String await(Predicate<String> fits, int number, long millis)
      throws InterruptedException {
    long end = System.currentTimeMillis() + millis;
    while (true) {
      int found = 0;
      for (String line : lines) {
        if (fits.test(line) && ++found == number) {
          return line;
        }
      }
      long left = end - System.currentTimeMillis();
      if (ended || left <= 0) {
        throw new AssertionError("the expected line did not come; there is " + lines);
      }
      wait(left);
    }
  }

  /** All lines, once the stream has ended. */
  public List<String> all() throws InterruptedException {
    reader.join(10_000);
    synchronized (this) {
      return List.copyOf(lines);
    }
  }
}
