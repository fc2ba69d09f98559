package dev.stockade.e2e.http;

import dev.stockade.e2e.kit.Keys;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.incubator.codec.http3.DefaultHttp3HeadersFrame;
import io.netty.incubator.codec.http3.Http3;
import io.netty.incubator.codec.http3.Http3DataFrame;
import io.netty.incubator.codec.http3.Http3HeadersFrame;
import io.netty.incubator.codec.http3.Http3RequestStreamInboundHandler;
import io.netty.incubator.codec.http3.Http3ServerConnectionHandler;
import io.netty.incubator.codec.quic.InsecureQuicTokenHandler;
import io.netty.incubator.codec.quic.QuicChannel;
import io.netty.incubator.codec.quic.QuicSslContext;
import io.netty.incubator.codec.quic.QuicSslContextBuilder;
import io.netty.incubator.codec.quic.QuicStreamChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Answers 200 to each request over HTTP/3, and keeps what host it was for. */
final class Http3Server implements AutoCloseable {
  private static final int ROOM = 1_000_000;

  private final EventLoopGroup loop = new NioEventLoopGroup(1);
  private final List<String> hosts = new CopyOnWriteArrayList<>();
  private final int port;

  Http3Server() throws InterruptedException {
    QuicSslContext tls =
        QuicSslContextBuilder.forServer(Keys.key().toFile(), null, Keys.certificate().toFile())
            .applicationProtocols(Http3.supportedApplicationProtocols())
            .build();
    ChannelHandler codec =
        Http3.newQuicServerCodecBuilder()
            .sslContext(tls)
            .initialMaxData(ROOM)
            .initialMaxStreamDataBidirectionalLocal(ROOM)
            .initialMaxStreamDataBidirectionalRemote(ROOM)
            .initialMaxStreamsBidirectional(100)
            .tokenHandler(InsecureQuicTokenHandler.INSTANCE)
            .handler(connections())
            .build();
    Channel channel =
        new Bootstrap()
            .group(loop)
            .channel(NioDatagramChannel.class)
            .handler(codec)
            .bind(InetAddress.getLoopbackAddress(), 0)
            .sync()
            .channel();
    port = ((InetSocketAddress) channel.localAddress()).getPort();
  }

  private ChannelHandler connections() {
    return new ChannelInitializer<QuicChannel>() {
      @Override
      protected void initChannel(QuicChannel connection) {
        connection.pipeline().addLast(new Http3ServerConnectionHandler(streams()));
      }
    };
  }

  private ChannelHandler streams() {
    return new ChannelInitializer<QuicStreamChannel>() {
      @Override
      protected void initChannel(QuicStreamChannel stream) {
        stream.pipeline().addLast(new Answering());
      }
    };
  }

  int port() {
    return port;
  }

  /** The hosts of the requests that came so far, without the port. */
  List<String> hosts() {
    return List.copyOf(hosts);
  }

  @Override
  public void close() {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private final class Answering extends Http3RequestStreamInboundHandler {
    @Override
    protected void channelRead(ChannelHandlerContext context, Http3HeadersFrame frame) {
      String authority = frame.headers().authority().toString();
      hosts.add(authority.substring(0, authority.indexOf(':')));
    }

    @Override
    protected void channelRead(ChannelHandlerContext context, Http3DataFrame frame) {
      frame.release();
    }

    @Override
    protected void channelInputClosed(ChannelHandlerContext context) {
      Http3HeadersFrame answer = new DefaultHttp3HeadersFrame();
      answer.headers().status("200").addInt("content-length", 0);
      context.writeAndFlush(answer).addListener(QuicStreamChannel.SHUTDOWN_OUTPUT);
    }
  }
}
