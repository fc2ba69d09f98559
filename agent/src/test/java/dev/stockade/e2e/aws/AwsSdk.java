package dev.stockade.e2e.aws;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Library;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An AWS SDK for Java in one version, over one of its transports.
 *
 * @param version {@code 1.…} or {@code 2.…}
 * @param transport as {@code SdkV2Transport} in test-apps names it
 */
public record AwsSdk(String version, String transport) {
  private static final String V2_OLD = "2.20.160";
  private static final String V2_NEW = "2.57.8";

  /** Every version with every transport that it has. */
  public static List<AwsSdk> all() {
    List<AwsSdk> all = new ArrayList<>();
    for (String version : List.of("1.11.1034", "1.12.797")) {
      all.add(new AwsSdk(version, "apache4"));
    }
    for (String transport : List.of("url-connection", "apache4", "netty", "netty-h2", "crt")) {
      all.add(new AwsSdk(V2_OLD, transport));
      all.add(new AwsSdk(V2_NEW, transport));
    }
    all.add(new AwsSdk(V2_OLD, "akka"));
    for (String transport : List.of("apache5", "crt-sync", "crt-h2")) {
      all.add(new AwsSdk(V2_NEW, transport));
    }
    return all;
  }

  /** Of each kind one: these run on every JDK, the others on one. */
  static List<AwsSdk> onEveryJdk() {
    return List.of(
        new AwsSdk("1.12.797", "apache4"),
        new AwsSdk(V2_NEW, "apache5"),
        new AwsSdk(V2_NEW, "netty-h2"));
  }

  boolean isV1() {
    return version.startsWith("1.");
  }

  boolean isHttp2() {
    return transport.endsWith("-h2");
  }

  /** The native client goes through a proxy, which in clear text leaves HTTP/2 no room. */
  boolean sendsInClear() {
    return !transport.equals("crt-h2");
  }

  /** The Kinesis module of the newer version cannot be had. */
  boolean hasKinesis() {
    return version.equals(V2_OLD);
  }

  /** As records name the services that the programs call. */
  List<String> services() {
    return hasKinesis()
        ? List.of("s3", "dynamodb", "sts", "kinesis")
        : List.of("s3", "dynamodb", "sts");
  }

  /** The transport in documents. */
  String transportTitle() {
    return switch (transport) {
      case "url-connection" -> "URL connection";
      case "apache4" -> "Apache 4";
      case "akka" -> "Akka HTTP";
      case "apache5" -> "Apache 5";
      case "netty" -> "Netty";
      case "netty-h2" -> "Netty HTTP/2";
      case "crt" -> "CRT";
      case "crt-sync" -> "CRT sync";
      case "crt-h2" -> "CRT HTTP/2";
      default -> throw new IllegalArgumentException(transport);
    };
  }

  /** The SDK with what the programs use of it, and silent logging. */
  public Library library() {
    Stream<String> modules =
        isV1()
            ? services().stream().map(name -> "com.amazonaws:aws-java-sdk-" + name + ":" + version)
            : Stream.concat(services().stream(), clients())
                .map(name -> "software.amazon.awssdk:" + name + ":" + version);
    Library library = Library.of("org.slf4j:slf4j-nop:1.7.36").and(modules.toArray(String[]::new));
    return transport.equals("akka")
        ? library.and("com.github.matsluni:aws-spi-akka-http_2.13:1.0.1")
        : library;
  }

  private Stream<String> clients() {
    Stream<String> clients =
        Stream.of("url-connection-client", "apache-client", "netty-nio-client", "aws-crt-client");
    return version.equals(V2_OLD) ? clients : Stream.concat(clients, Stream.of("apache5-client"));
  }

  /** Starts the calls, each written as {@code AwsCall} in test-apps describes. */
  public ChildJvm start(ChildJvm child, List<String> calls)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(calls);
    if (!isV1()) {
      arguments.add(0, transport);
    }
    return child
        .library(library())
        .with("-Dakka.loglevel=OFF", "-Dakka.stdout-loglevel=OFF")
        .start(isV1() ? "SdkV1Calls" : "SdkV2Calls", arguments.toArray(String[]::new));
  }

  @Override
  public String toString() {
    return "SDK " + version + " " + transport;
  }
}
