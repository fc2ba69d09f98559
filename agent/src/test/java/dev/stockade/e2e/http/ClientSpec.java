package dev.stockade.e2e.http;

import java.util.List;

/** What is said of a {@link ClientProgram}, one fact after the other. */
final class ClientSpec {
  static final String NO_LOG = "org.slf4j:slf4j-nop:2.0.17";

  final String title;
  String program;
  String client;
  boolean followsRedirects;
  boolean speaksHttp2;
  int oldestJdk = 8;
  List<String> jvmOptions = List.of();
  List<String> versions;
  List<String> artifacts;

  private ClientSpec(String title) {
    this.title = title;
  }

  /** Of that name in documents. */
  static ClientSpec named(String title) {
    return new ClientSpec(title);
  }

  /** A class of test-apps. */
  ClientSpec program(String name) {
    program = name;
    return this;
  }

  /** The name in records. */
  ClientSpec client(String name) {
    client = name;
    return this;
  }

  ClientSpec followsRedirects() {
    followsRedirects = true;
    return this;
  }

  ClientSpec speaksHttp2() {
    speaksHttp2 = true;
    return this;
  }

  /** The oldest release that the newest version runs on. */
  ClientSpec newestNeeds(int jdk) {
    oldestJdk = jdk;
    return this;
  }

  ClientSpec jvmOption(String option) {
    jvmOptions = List.of(option);
    return this;
  }

  /** Ascending, a blank between. */
  ClientSpec versions(String all) {
    versions = List.of(all.split(" "));
    return this;
  }

  /** Those that end with a colon are of the version that is tried. */
  ClientSpec artifacts(String... coordinates) {
    artifacts = List.of(coordinates);
    return this;
  }
}
