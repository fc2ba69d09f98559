package dev.stockade.apps;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManagerFactory;

/** Visits openssl servers through Netty; see {@link NettyTlsOptions}. */
@SuppressWarnings("FutureReturnValueIgnored") // the page or its failure is what is waited for
public final class NettyClient {
  private NettyClient() {}

  public static void main(String[] targets) throws Exception {
    SslContextBuilder builder = SslContextBuilder.forClient().trustManager(trust());
    if (ServerKeys.file() != null) {
      builder.keyManager(NettyTlsOptions.keys());
    }
    SslContext tls = NettyTlsOptions.configure(builder).build();
    NioEventLoopGroup group = new NioEventLoopGroup(1);
    for (String target : targets) {
      Outcome.report(target, () -> visit(group, tls, target));
    }
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
  }

  private static String visit(NioEventLoopGroup group, SslContext tls, String target)
      throws Exception {
    String host = target.substring(0, target.lastIndexOf(':'));
    int port = Integer.parseInt(target.substring(target.lastIndexOf(':') + 1));
    CompletableFuture<String> page = new CompletableFuture<>();
    Channel channel =
        new Bootstrap()
            .group(group)
            .channel(NioSocketChannel.class)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    SslHandler handler = tls.newHandler(channel.alloc(), host, port);
                    channel.pipeline().addLast(handler, new Page(handler, page));
                  }
                })
            .connect(host, port)
            .sync()
            .channel();
    try {
      return page.get(20, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
    } finally {
      channel.close().sync();
    }
  }

  /**
   * The test's own trust store; with {@code app.trust=jdk} the JDK's, which knows no test; with
   * {@code anybody} none.
   */
  static TrustManagerFactory trust() throws Exception {
    String trust = System.getProperty("app.trust", "");
    if (trust.equals("jdk")) {
      return jdkTrust();
    }
    if (trust.equals("anybody")) {
      return InsecureTrustManagerFactory.INSTANCE;
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(System.getProperty("javax.net.ssl.trustStore"))) {
      store.load(in, System.getProperty("javax.net.ssl.trustStorePassword").toCharArray());
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }

  private static TrustManagerFactory jdkTrust() throws Exception {
    System.clearProperty("javax.net.ssl.trustStore");
    System.clearProperty("javax.net.ssl.trustStorePassword");
    System.clearProperty("javax.net.ssl.trustStoreType");
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    return factory;
  }

  /** Asks for the page once the handshake is done, and collects it until the server closes. */
  private static final class Page extends SimpleChannelInboundHandler<ByteBuf> {
    private final SslHandler handler;
    private final CompletableFuture<String> page;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    Page(SslHandler handler, CompletableFuture<String> page) {
      this.handler = handler;
      this.page = page;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      handler
          .handshakeFuture()
          .addListener(
              done -> {
                if (done.isSuccess()) {
                  context.writeAndFlush(
                      Unpooled.copiedBuffer("GET / HTTP/1.0\r\n\r\n", StandardCharsets.US_ASCII));
                } else {
                  page.completeExceptionally(done.cause());
                }
              });
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf part) throws Exception {
      part.readBytes(text, part.readableBytes());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      SSLSession session = handler.engine().getSession();
      page.complete(Outcome.session(session) + OpensslPage.facts(OpensslPage.text(text)));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      page.completeExceptionally(cause);
    }
  }
}
