package dev.stockade.e2e.http;

import dev.stockade.e2e.kit.Library;
import java.util.List;

/** A program of test-apps that makes HTTP calls, and the versions of the library that it uses. */
public enum HttpProgram {
  APACHE4("Apache4Calls", "apache4", "org.apache.httpcomponents:httpclient:", "4.3.6 4.4.1 4.5.14"),
  APACHE4_LEGACY(
      "Apache4LegacyCalls", "apache4", "org.apache.httpcomponents:httpclient:", "4.2.6 4.5.14"),
  APACHE4_ASYNC(
      "Apache4AsyncCalls",
      "apache4",
      "org.apache.httpcomponents:httpasyncclient:",
      "4.0.2 4.1 4.1.5"),
  APACHE5(
      "Apache5Calls",
      "apache5",
      "org.apache.httpcomponents.client5:httpclient5:",
      "5.0.4 5.1.4 5.2.3 5.3.1 5.4.4 5.5.1 5.6"),
  APACHE5_ASYNC(
      "Apache5AsyncCalls",
      "apache5",
      "org.apache.httpcomponents.client5:httpclient5:",
      "5.0.4 5.1.4 5.2.3 5.3.1 5.4.4 5.5.1 5.6"),
  OKHTTP(
      "OkHttpCalls",
      "okhttp",
      "com.squareup.okhttp3:okhttp:",
      "3.0.1 3.3.1 3.4.2 3.6.0 3.9.1 3.12.13 3.14.9 4.0.1 4.9.3 4.12.0"),
  OKHTTP5("OkHttpCalls", "okhttp", "com.squareup.okhttp3:okhttp-jvm:", "5.0.0 5.5.1");

  public final String program;

  /** The client's name in records. */
  public final String client;

  private final String artifact;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> versions;

  HttpProgram(String program, String client, String artifact, String versions) {
    this.program = program;
    this.client = client;
    this.artifact = artifact;
    this.versions = List.of(versions.split(" "));
  }

  /** Ascending. */
  public List<String> versions() {
    return versions;
  }

  public String newest() {
    return versions.get(versions.size() - 1);
  }

  public Library library(String version) {
    return Library.of(artifact + version);
  }
}
