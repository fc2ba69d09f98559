package dev.stockade.e2e.aws;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Library;
import dev.stockade.e2e.kit.Lines;
import dev.stockade.e2e.kit.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * S3Proxy with one bucket, as an independent judge: it answers 200 to a request whose signature
 * version 4 is right and 403 to others. It looks neither at the region of the scope nor at the
 * signature of a trailer.
 */
public final class S3ProxyServer implements AutoCloseable {
  private static final Library S3PROXY =
      // jackson-databind asks for newer annotations than Maven would choose.
      Library.of("org.gaul:s3proxy:4.1.0", "com.fasterxml.jackson.core:jackson-annotations:2.21");

  private final Path folder = Files.createTempDirectory("stockade-s3proxy");
  private final int port = Ports.free();
  private final Process process;

  public S3ProxyServer() throws Exception {
    Path bucket = Files.createDirectories(folder.resolve("buckets").resolve("orders"));
    Files.writeString(bucket.resolve("key"), "hello");
    Path configuration = folder.resolve("s3proxy.conf");
    Files.writeString(
        configuration,
        """
        s3proxy.endpoint=%s
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=ASIASTOCKADE00000001
        s3proxy.credential=the-secret
        s3proxy.ignore-unknown-headers=true
        jclouds.provider=filesystem-nio2
        jclouds.identity=x
        jclouds.credential=x
        jclouds.filesystem.basedir=%s
        """
            .formatted(url(), bucket.getParent()));
    process =
        new ProcessBuilder(
                Jdk.running().java(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                S3PROXY.classPath(),
                "org.gaul.s3proxy.Main",
                "--properties",
                configuration.toString())
            .redirectErrorStream(true)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Ports.awaitListener(port, process, new Lines(process.getInputStream()));
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Lets {@code S3JudgeCalls} send to it. */
  public ChildJvm reach(ChildJvm child) {
    return child.with("-Dapp.endpoint=" + url());
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    }
  }
}
