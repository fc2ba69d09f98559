package dev.stockade.apps;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything at once and without rest, for as long as standard input is open: TLS in and out by
 * sockets and engines, and calls of the AWS SDK by both its clients. Arguments: {@code host:port}
 * of a server that has nothing but weak suites, and of one that has others too. Prints {@code ready
 * 0}; for each line on standard input what was measured since the last one: heap after a collection
 * and metaspace in bytes, threads, and for each kind of call {@code
 * calls,blocked,failed,p50,p99,max} in microseconds.
 */
public final class Soak {
  private final List<SoakWorker> workers = new ArrayList<>();

  private Soak() {}

  public static void main(String[] args) throws Exception {
    AppOptions options = AppOptions.read();
    AwsCall.prepare();
    Soak soak = new Soak();
    try (SoakCalls calls = new SoakCalls(options)) {
      soak.workers.add(new SoakWorker("handshake", 0, calls.handshake()));
      soak.workers.add(new SoakWorker("https", 0, calls.request()));
      soak.workers.add(new SoakWorker("aws-sync", 0, calls.awsSync()));
      soak.workers.add(new SoakWorker("aws-async", 0, calls.awsAsync()));
      soak.workers.add(new SoakWorker("weak-tls", 20, calls.visit(args[0])));
      soak.workers.add(new SoakWorker("either-tls", 20, calls.visit(args[1])));
      soak.workers.add(new SoakWorker("weak-aws", 20, calls.awsUnsigned()));
      soak.workers.forEach(SoakWorker::start);
      Outcome.say("ready 0");
      BufferedReader in = new BufferedReader(new InputStreamReader(System.in, US_ASCII));
      while (in.readLine() != null) {
        soak.sample();
      }
      for (SoakWorker worker : soak.workers) {
        worker.end();
      }
    }
    System.exit(0);
  }

  /** The pause of the collection made for it belongs to no interval. */
  private void sample() {
    String measured = workers.stream().map(SoakWorker::take).collect(Collectors.joining(" "));
    ManagementFactory.getMemoryMXBean().gc();
    long heap = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage afterCollection = pool.getCollectionUsage();
      heap += afterCollection == null ? 0 : afterCollection.getUsed();
    }
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    workers.forEach(SoakWorker::forgetLatencies);
    Outcome.say("sample heap=" + heap + " threads=" + threads + " " + measured);
  }
}
