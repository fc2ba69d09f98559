package dev.stockade.e2e.http;

import static dev.stockade.e2e.http.ClientSpec.named;

import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Library;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program of test-apps that makes HTTP calls, and the versions of the library that it uses: each
 * is a row of the table in docs/aws.md.
 */
public enum ClientProgram {
  APACHE4(
      named("Apache HttpClient 4")
          .program("Apache4Calls")
          .client("apache4")
          .followsRedirects()
          .versions("4.3.6 4.4.1 4.5.14")
          .artifacts("org.apache.httpcomponents:httpclient:")),
  APACHE4_LEGACY(
      named("Apache HttpClient 4, `DefaultHttpClient`")
          .program("Apache4LegacyCalls")
          .client("apache4")
          .followsRedirects()
          .versions("4.2.6 4.5.14")
          .artifacts("org.apache.httpcomponents:httpclient:")),
  APACHE4_ASYNC(
      named("Apache HttpAsyncClient 4")
          .program("Apache4AsyncCalls")
          .client("apache4")
          .followsRedirects()
          .versions("4.0.2 4.1 4.1.5")
          .artifacts("org.apache.httpcomponents:httpasyncclient:")),
  APACHE5(
      named("Apache HttpClient 5, classic")
          .program("Apache5Calls")
          .client("apache5")
          .followsRedirects()
          .versions("5.0.4 5.1.4 5.2.3 5.3.1 5.4.4 5.5.1 5.6")
          .artifacts("org.apache.httpcomponents.client5:httpclient5:")),
  APACHE5_ASYNC(
      named("Apache HttpClient 5, async")
          .program("Apache5AsyncCalls")
          .client("apache5")
          .followsRedirects()
          .speaksHttp2()
          .versions("5.0.4 5.1.4 5.2.3 5.3.1 5.4.4 5.5.1 5.6")
          .artifacts("org.apache.httpcomponents.client5:httpclient5:")),
  OKHTTP(
      named("OkHttp 3 and 4")
          .program("OkHttpCalls")
          .client("okhttp")
          .followsRedirects()
          .speaksHttp2()
          .versions("3.0.1 3.3.1 3.4.2 3.6.0 3.9.1 3.12.13 3.14.9 4.0.1 4.9.3 4.12.0")
          .artifacts("com.squareup.okhttp3:okhttp:")),
  OKHTTP5(
      named("OkHttp 5")
          .program("OkHttpCalls")
          .client("okhttp")
          .followsRedirects()
          .speaksHttp2()
          .versions("5.0.0 5.5.1")
          .artifacts("com.squareup.okhttp3:okhttp-jvm:")),
  REACTOR_NETTY(
      named("Reactor Netty")
          .program("ReactorNettyCalls")
          .client("netty")
          .speaksHttp2()
          .versions("1.0.48 1.2.5 1.3.0")
          .artifacts(ClientSpec.NO_LOG, "io.projectreactor.netty:reactor-netty-http:")),
  VERTX(
      named("Vert.x")
          .program("VertxCalls")
          .client("netty")
          .speaksHttp2()
          .newestNeeds(11)
          .versions("4.0.3 4.5.11 5.2.3")
          .artifacts(ClientSpec.NO_LOG, "io.vertx:vertx-core:")),
  /** Version 2.0 is on Netty 4.0; version 3 chooses HTTP/2 by itself. */
  ASYNC_HTTP_CLIENT(
      named("AsyncHttpClient")
          .program("AsyncHttpClientCalls")
          .client("netty")
          .newestNeeds(11)
          .versions("2.0.40 2.12.4 3.0.13")
          .artifacts(ClientSpec.NO_LOG, "org.asynchttpclient:async-http-client:")),
  JETTY(
      named("Jetty HttpClient 9 and 10")
          .program("JettyClientCalls")
          .client("jetty")
          .speaksHttp2()
          .newestNeeds(11)
          .versions("9.4.57.v20241219 10.0.24")
          .artifacts(
              ClientSpec.NO_LOG,
              "org.eclipse.jetty:jetty-client:",
              "org.eclipse.jetty.http2:http2-http-client-transport:")),
  JETTY12(
      named("Jetty HttpClient 12")
          .program("JettyClientCalls")
          .client("jetty")
          .speaksHttp2()
          .newestNeeds(17)
          .versions("12.0.16 12.1.5")
          .artifacts(
              ClientSpec.NO_LOG,
              "org.eclipse.jetty:jetty-client:",
              "org.eclipse.jetty.http2:jetty-http2-client-transport:")),
  PEKKO(
      named("Pekko HTTP")
          .program("PekkoHttpCalls")
          .client("pekko-http")
          .speaksHttp2()
          .newestNeeds(11)
          .versions("1.0.0 1.1.0 1.3.0")
          .artifacts(
              ClientSpec.NO_LOG,
              "org.apache.pekko:pekko-http-core_2.13:",
              "org.apache.pekko:pekko-stream_2.13:1.3.0")),
  /** Checks host names by a class of the JDK that later ones keep to themselves. */
  AKKA10_1(
      named("Akka HTTP 10.1")
          .program("PekkoHttpCalls")
          .client("pekko-http")
          .newestNeeds(11)
          .jvmOption("--add-exports=java.base/sun.security.util=ALL-UNNAMED")
          .versions("10.1.8 10.1.15")
          .artifacts(
              ClientSpec.NO_LOG,
              "com.typesafe.akka:akka-http-core_2.13:",
              "com.typesafe.akka:akka-stream_2.13:2.5.32")),
  /** The last version under the Apache License. */
  AKKA10_2(
      named("Akka HTTP 10.2")
          .program("PekkoHttpCalls")
          .client("pekko-http")
          .speaksHttp2()
          .newestNeeds(11)
          .versions("10.2.10")
          .artifacts(
              ClientSpec.NO_LOG,
              "com.typesafe.akka:akka-http-core_2.13:",
              "com.typesafe.akka:akka-stream_2.13:2.6.20")),
  AKKA10_5(
      named("Akka HTTP 10.5")
          .program("PekkoHttpCalls")
          .client("pekko-http")
          .speaksHttp2()
          .newestNeeds(11)
          .versions("10.5.3")
          .artifacts(
              ClientSpec.NO_LOG,
              "com.typesafe.akka:akka-http-core_2.13:",
              "com.typesafe.akka:akka-stream_2.13:2.8.8")),
  HELIDON(
      named("Helidon 4 WebClient")
          .program("HelidonCalls")
          .client("helidon")
          .speaksHttp2()
          .newestNeeds(21)
          .versions("4.2.0 4.5.0")
          .artifacts(
              "io.helidon.webclient:helidon-webclient-http1:",
              "io.helidon.webclient:helidon-webclient-http2:")),
  KTOR(
      named("Ktor CIO")
          .program("KtorCalls")
          .client("ktor-cio")
          .versions("2.3.13 3.6.1")
          .artifacts(ClientSpec.NO_LOG, "io.ktor:ktor-client-cio-jvm:")),
  UNDERTOW(
      named("Undertow's client")
          .program("UndertowCalls")
          .client("undertow")
          .speaksHttp2()
          .newestNeeds(11)
          .versions("2.2.37.Final 2.3.18.Final")
          .artifacts(ClientSpec.NO_LOG, "io.undertow:undertow-core:")),
  COMMONS(
      named("Commons HttpClient")
          .program("CommonsHttpCalls")
          .client("commons-httpclient")
          .versions("3.1")
          .artifacts("commons-httpclient:commons-httpclient:")),
  JODD(
      named("Jodd HTTP")
          .program("JoddCalls")
          .client("jodd-http")
          .versions("6.3.0")
          .artifacts("org.jodd:jodd-http:")),
  NETTY3(
      named("AsyncHttpClient 1.9 on Netty 3")
          .program("NingCalls")
          .client("netty3")
          .versions("1.9.40")
          .artifacts(ClientSpec.NO_LOG, "com.ning:async-http-client:")),
  /** The versions are Grizzly's. */
  GRIZZLY(
      named("AsyncHttpClient 1.9 on Grizzly")
          .program("NingCalls")
          .client("grizzly")
          .jvmOption("-Dapp.grizzly=true")
          .versions("2.3.26 2.3.35")
          .artifacts(
              ClientSpec.NO_LOG,
              "com.ning:async-http-client:1.9.40",
              "org.glassfish.grizzly:grizzly-websockets:",
              "org.glassfish.grizzly:connection-pool:")),
  CRT(
      named("AWS CRT")
          .program("CrtCalls")
          .client("crt")
          .speaksHttp2()
          .versions("0.26.0 0.33.3 0.49.0")
          .artifacts(ClientSpec.NO_LOG, "software.amazon.awssdk.crt:aws-crt:"));

  /** OkHttp without means to negotiate HTTP/2 on the JDKs of today. */
  private static final List<String> OKHTTP_WITHOUT_ALPN = List.of("3.0.1", "3.3.1");

  public final String program;

  /** The client's name in records. */
  public final String client;

  @SuppressWarnings("ImmutableEnumChecker") // changed by nobody once it is here
  private final ClientSpec spec;

  ClientProgram(ClientSpec spec) {
    this.program = spec.program;
    this.client = spec.client;
    this.spec = spec;
  }

  /** Apache's and OkHttp's, which also repeat what a connection lost. */
  static List<ClientProgram> thatFollowRedirects() {
    return Stream.of(values()).filter(it -> it.spec.followsRedirects).toList();
  }

  /** Those of event loops. */
  static List<ClientProgram> thatFollowNoRedirects() {
    return Stream.of(values()).filter(it -> !it.spec.followsRedirects).toList();
  }

  /** The client's name in documents. */
  String title() {
    return spec.title;
  }

  /** Ascending. */
  public List<String> versions() {
    return spec.versions;
  }

  public String newest() {
    return spec.versions.get(spec.versions.size() - 1);
  }

  /** Those that speak HTTP/2 when {@code app.http2=true}. */
  List<String> http2Versions() {
    return spec.versions.stream()
        .filter(version -> spec.speaksHttp2)
        .filter(version -> this != OKHTTP || !OKHTTP_WITHOUT_ALPN.contains(version))
        .toList();
  }

  /** Of the newest version. */
  int oldestJdk() {
    return spec.oldestJdk;
  }

  boolean newestRunsOn(Jdk jdk) {
    return jdk.feature() >= spec.oldestJdk;
  }

  public String[] jvmOptions() {
    return spec.jvmOptions.toArray(String[]::new);
  }

  /** Those of the version that is tried, without it. */
  List<String> versionedArtifacts() {
    return spec.artifacts.stream()
        .filter(artifact -> artifact.endsWith(":"))
        .map(artifact -> artifact.substring(0, artifact.length() - 1))
        .toList();
  }

  public Library library(String version) {
    return Library.of(
        spec.artifacts.stream()
            .map(artifact -> artifact.endsWith(":") ? artifact + version : artifact)
            .toArray(String[]::new));
  }
}
