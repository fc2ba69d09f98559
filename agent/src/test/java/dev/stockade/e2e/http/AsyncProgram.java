package dev.stockade.e2e.http;

import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Library;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program of test-apps that makes HTTP calls by a client of event loops, and the versions of the
 * library that it uses.
 */
public enum AsyncProgram {
  REACTOR_NETTY(
      "ReactorNettyCalls",
      "netty",
      true,
      "1.0.48 1.2.5 1.3.0",
      "io.projectreactor.netty:reactor-netty-http:"),
  VERTX("VertxCalls", "netty", true, "4.0.3 4.5.11 5.2.3", "io.vertx:vertx-core:"),
  /** Version 2.0 is on Netty 4.0; version 3 chooses HTTP/2 by itself. */
  ASYNC_HTTP_CLIENT(
      "AsyncHttpClientCalls",
      "netty",
      false,
      "2.0.40 2.12.4 3.0.13",
      "org.asynchttpclient:async-http-client:"),
  JETTY(
      "JettyClientCalls",
      "jetty",
      true,
      "9.4.57.v20241219 10.0.24",
      "org.eclipse.jetty:jetty-client:",
      "org.eclipse.jetty.http2:http2-http-client-transport:"),
  JETTY12(
      "JettyClientCalls",
      "jetty",
      true,
      "12.0.16 12.1.5",
      "org.eclipse.jetty:jetty-client:",
      "org.eclipse.jetty.http2:jetty-http2-client-transport:"),
  PEKKO(
      "PekkoHttpCalls",
      "pekko-http",
      true,
      "1.0.0 1.1.0 1.3.0",
      "org.apache.pekko:pekko-http-core_2.13:",
      "org.apache.pekko:pekko-stream_2.13:1.3.0"),
  AKKA10_1(
      "PekkoHttpCalls",
      "pekko-http",
      false,
      "10.1.8 10.1.15",
      "com.typesafe.akka:akka-http-core_2.13:",
      "com.typesafe.akka:akka-stream_2.13:2.5.32"),
  /** The last version under the Apache License. */
  AKKA10_2(
      "PekkoHttpCalls",
      "pekko-http",
      true,
      "10.2.10",
      "com.typesafe.akka:akka-http-core_2.13:",
      "com.typesafe.akka:akka-stream_2.13:2.6.20"),
  AKKA10_5(
      "PekkoHttpCalls",
      "pekko-http",
      true,
      "10.5.3",
      "com.typesafe.akka:akka-http-core_2.13:",
      "com.typesafe.akka:akka-stream_2.13:2.8.8"),
  CRT("CrtCalls", "crt", true, "0.26.0 0.33.3 0.49.0", "software.amazon.awssdk.crt:aws-crt:");

  public final String program;

  /** The client's name in records. */
  public final String client;

  /** Whether {@code app.http2=true} makes it speak HTTP/2. */
  final boolean speaksHttp2;

  private final String versions;
  private final String artifacts;

  AsyncProgram(
      String program, String client, boolean speaksHttp2, String versions, String... artifacts) {
    this.program = program;
    this.client = client;
    this.speaksHttp2 = speaksHttp2;
    this.versions = versions;
    this.artifacts = String.join(" ", artifacts);
  }

  /** Ascending. */
  public List<String> versions() {
    return List.of(versions.split(" "));
  }

  public String newest() {
    return versions.substring(versions.lastIndexOf(' ') + 1);
  }

  /** The oldest release that the newest version runs on. */
  boolean newestRunsOn(Jdk jdk) {
    int least =
        switch (this) {
          case REACTOR_NETTY, CRT -> 8;
          case VERTX, ASYNC_HTTP_CLIENT, JETTY, PEKKO, AKKA10_1, AKKA10_2, AKKA10_5 -> 11;
          case JETTY12 -> 17;
        };
    return jdk.feature() >= least;
  }

  /** Akka 10.1 checks host names by a class of the JDK that later ones keep to themselves. */
  String[] jvmOptions() {
    return this == AKKA10_1
        ? new String[] {"--add-exports=java.base/sun.security.util=ALL-UNNAMED"}
        : new String[0];
  }

  public Library library(String version) {
    Stream<String> all =
        Stream.of(artifacts.split(" "))
            .map(artifact -> artifact.endsWith(":") ? artifact + version : artifact);
    return Library.of("org.slf4j:slf4j-nop:2.0.17").and(all.toArray(String[]::new));
  }
}
