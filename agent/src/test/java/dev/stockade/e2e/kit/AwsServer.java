package dev.stockade.e2e.kit;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Poses as the AWS endpoints on the loopback interface, with and without TLS, in HTTP/1.1 and
 * HTTP/2, and keeps every request. A child reaches it by name through {@link #reach}.
 */
public final class AwsServer implements AutoCloseable {
  /** The endpoints that it poses as; {@code orders} is a bucket. */
  public static final List<String> HOSTS =
      List.of(
          "s3.eu-west-1.amazonaws.com",
          "orders.s3.eu-west-1.amazonaws.com",
          "dynamodb.eu-west-1.amazonaws.com",
          "sts.eu-west-1.amazonaws.com",
          "sts.amazonaws.com",
          "kinesis.eu-west-1.amazonaws.com",
          "cognito-identity.eu-west-1.amazonaws.com",
          "bedrock-runtime.eu-west-1.amazonaws.com",
          "logs.eu-west-1.amazonaws.com",
          "codecatalyst.global.api.aws");

  private final EventLoopGroup loop = new NioEventLoopGroup(1);
  private final List<AwsRequest> requests = new CopyOnWriteArrayList<>();
  private final Function<AwsRequest, AwsAnswer> answers;
  private final Path hosts;
  private final int port;
  private final int clearPort;

  public AwsServer() throws Exception {
    this(AwsAnswer::to);
  }

  /**
   * @param answers what it says to each request
   */
  public AwsServer(Function<AwsRequest, AwsAnswer> answers) throws Exception {
    this.answers = answers;
    SslContext tls =
        SslContextBuilder.forServer(Keys.certificate().toFile(), Keys.key().toFile())
            .sslProvider(SslProvider.JDK)
            .applicationProtocolConfig(
                new ApplicationProtocolConfig(
                    Protocol.ALPN,
                    SelectorFailureBehavior.NO_ADVERTISE,
                    SelectedListenerFailureBehavior.ACCEPT,
                    "h2",
                    "http/1.1"))
            .build();
    port = listen(true, tls);
    clearPort = listen(false, tls);
    hosts = hostsFile(Files.createTempFile("stockade-hosts", ""));
    hosts.toFile().deleteOnExit();
  }

  /** Makes {@code jdk.net.hosts.file} say that the endpoints are on this machine. */
  public static Path hostsFile(Path file) throws IOException {
    String own = InetAddress.getLocalHost().getHostName();
    return Files.writeString(
        file,
        "127.0.0.1 localhost " + own + " " + String.join(" ", HOSTS) + System.lineSeparator());
  }

  private int listen(boolean encrypted, SslContext tls) throws InterruptedException {
    Channel channel =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel accepted) {
                    AwsConnection.accept(
                        accepted.pipeline(), encrypted, tls, AwsServer.this::answer);
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .sync()
            .channel();
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  private AwsAnswer answer(AwsRequest request) {
    requests.add(request);
    return answers.apply(request);
  }

  /** Lets a program of test-apps find this server under the endpoints' names. */
  public ChildJvm reach(ChildJvm child) {
    return child.with(
        "-Djdk.net.hosts.file=" + hosts, "-Dapp.tls-port=" + port, "-Dapp.clear-port=" + clearPort);
  }

  /** What came so far, in order of arrival. */
  public List<AwsRequest> requests() {
    return List.copyOf(requests);
  }

  /** Forgets what came so far. */
  public void forget() {
    requests.clear();
  }

  @Override
  public void close() throws IOException {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    Files.delete(hosts);
  }
}
