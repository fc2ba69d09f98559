package dev.stockade.library;

import dev.stockade.aws.AwsCheck;
import dev.stockade.aws.keys.EnvironmentKeys;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.keys.SigningLog;
import dev.stockade.aws.sigv4.SignatureVerifier;
import dev.stockade.enforce.HttpWatch;
import dev.stockade.journal.Journal;
import dev.stockade.library.apache.Apache4;
import dev.stockade.library.apache.Apache5;
import dev.stockade.library.apache.Apache5Http2;
import dev.stockade.library.awscrt.CrtClient;
import dev.stockade.library.awssdk.SdkV1Signer;
import dev.stockade.library.awssdk.SdkV2LegacySigner;
import dev.stockade.library.awssdk.SdkV2Signer;
import dev.stockade.library.awssdk.SigningWatch;
import dev.stockade.library.jdk.HttpUrlConnection;
import dev.stockade.library.jdk.JdkHttp1;
import dev.stockade.library.jdk.JdkHttp2;
import dev.stockade.library.jdk.JdkHttp3;
import dev.stockade.library.jetty.JettyClient;
import dev.stockade.library.netty.NettyHttp1;
import dev.stockade.library.netty.NettyHttp2;
import dev.stockade.library.okhttp.OkHttp;
import dev.stockade.library.okhttp.OkHttpStream;
import dev.stockade.policy.InForce;
import dev.stockade.weave.Library;

/** Makes what answers for each library, with what they share. */
final class Libraries {
  private final HttpWatch watch;
  private final SigningWatch signing;
  private final InForce inForce;

  Libraries(Journal journal, InForce inForce) {
    SigningKeys keys = new SigningKeys();
    SigningLog log = new SigningLog();
    AwsCheck check = new AwsCheck(new SignatureVerifier(keys, log, new EnvironmentKeys()));
    this.inForce = inForce;
    this.signing = new SigningWatch(keys, log);
    this.watch = new HttpWatch(check, journal, inForce);
  }

  Library create(int number) {
    switch (number) {
      case HttpHooks.HTTP_URL_CONNECTION:
        return new HttpUrlConnection(watch);
      case HttpHooks.JDK_HTTP1:
        return new JdkHttp1(watch);
      case HttpHooks.JDK_HTTP2:
        return new JdkHttp2(watch);
      case HttpHooks.JDK_HTTP3:
        return new JdkHttp3(watch);
      case HttpHooks.SDK_V1_SIGNER:
        return new SdkV1Signer(signing);
      case HttpHooks.SDK_V2_SIGNER:
        return new SdkV2Signer(signing);
      case HttpHooks.SDK_V2_LEGACY_SIGNER:
        return new SdkV2LegacySigner(signing);
      case HttpHooks.APACHE4:
        return new Apache4(watch);
      case HttpHooks.APACHE5:
        return new Apache5(watch);
      case HttpHooks.APACHE5_HTTP2:
        return new Apache5Http2(watch);
      case HttpHooks.OKHTTP:
        return new OkHttp(watch);
      case HttpHooks.OKHTTP_STREAM:
        return new OkHttpStream(watch);
      case HttpHooks.NETTY_HTTP1:
        return new NettyHttp1(watch);
      case HttpHooks.NETTY_HTTP2:
        return new NettyHttp2(watch);
      case HttpHooks.CRT:
        return new CrtClient(watch);
      case HttpHooks.JETTY:
        return new JettyClient(watch);
      case HttpHooks.HAND_OVER:
        return new CallHandOver(inForce);
      default:
        throw new IllegalStateException("no library has number " + number);
    }
  }
}
