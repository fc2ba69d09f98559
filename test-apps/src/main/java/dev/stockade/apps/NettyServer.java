package dev.stockade.apps;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Greets each TLS client through Netty; see {@link NettyTlsOptions}. */
@SuppressWarnings("FutureReturnValueIgnored") // a client that goes away is no concern of its server
public final class NettyServer {
  private NettyServer() {}

  public static void main(String[] none) throws Exception {
    SslContextBuilder builder = SslContextBuilder.forServer(NettyTlsOptions.keys());
    SslContext tls = NettyTlsOptions.configure(builder.trustManager(NettyClient.trust())).build();
    Channel server =
        new ServerBootstrap()
            .group(new NioEventLoopGroup(1))
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    SslHandler handler = tls.newHandler(channel.alloc());
                    handler
                        .handshakeFuture()
                        .addListener(
                            done -> {
                              if (!done.isSuccess()) {
                                Outcome.say(Outcome.failed(done.cause()));
                              }
                            });
                    channel.pipeline().addLast(handler, new Greeting(handler));
                  }
                })
            .bind("127.0.0.1", 0)
            .sync()
            .channel();
    StandardInput.ready(((InetSocketAddress) server.localAddress()).getPort());
  }

  private static final class Greeting extends SimpleChannelInboundHandler<ByteBuf> {
    private final SslHandler handler;

    Greeting(SslHandler handler) {
      this.handler = handler;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf request) {
      String greeting = "hello " + Outcome.session(handler.engine().getSession()) + "\n";
      context
          .writeAndFlush(Unpooled.copiedBuffer(greeting, StandardCharsets.US_ASCII))
          .addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }
}
