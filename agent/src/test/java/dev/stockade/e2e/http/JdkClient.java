package dev.stockade.e2e.http;

import dev.stockade.e2e.kit.Jdk;
import java.util.List;

/** An HTTP client that comes with the JDK, and the program of test-apps that makes calls by it. */
enum JdkClient {
  URL_CONNECTION("`HttpURLConnection`", "AwsUrlCalls", "httpurlconnection", "", 8),
  JAVA_NET_HTTP("`java.net.http`", "JdkHttpCalls", "java.net.http", "all", 11),
  JAVA_NET_HTTP3("`java.net.http`, HTTP/3", "JdkHttpCalls", "java.net.http", "", 26);

  /** The client's name in documents. */
  final String title;

  final String program;

  /** The client's name in records. */
  final String client;

  /** Which of the versions speak HTTP/2, for documents. */
  final String http2;

  /** The first release that has it. */
  final int oldestJdk;

  JdkClient(String title, String program, String client, String http2, int oldestJdk) {
    this.title = title;
    this.program = program;
    this.client = client;
    this.http2 = http2;
    this.oldestJdk = oldestJdk;
  }

  List<Jdk> jdks() {
    return Jdk.from(oldestJdk);
  }
}
