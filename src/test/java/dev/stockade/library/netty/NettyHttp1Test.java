package dev.stockade.library.netty;

import dev.stockade.library.HttpClientChecks;
import dev.stockade.library.HttpProgram;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class NettyHttp1Test extends HttpClientChecks {
  NettyHttp1Test() {
    super(Program.class, "netty", "io.netty.");
  }

  /** As Vert.x does, it waits for a response even when the write has failed. */
  static final class Program implements HttpProgram {
    @Override
    public int get(URI server, Map<String, String> headers) throws Exception {
      EventLoopGroup threads = new NioEventLoopGroup(1);
      try {
        Answer answer = new Answer();
        Channel channel =
            new Bootstrap()
                .group(threads)
                .channel(NioSocketChannel.class)
                .handler(new Codec(answer))
                .connect(server.getHost(), server.getPort())
                .sync()
                .channel();
        String target = server.getPath() + "?" + server.getQuery();
        FullHttpRequest request =
            new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, target);
        headers.forEach((name, value) -> request.headers().set(name, value));
        channel.writeAndFlush(request).awaitUninterruptibly();
        return answer.status.get(5, TimeUnit.SECONDS);
      } finally {
        threads.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
      }
    }

    private static final class Codec extends ChannelInitializer<Channel> {
      private final Answer answer;

      Codec(Answer answer) {
        this.answer = answer;
      }

      @Override
      protected void initChannel(Channel channel) {
        channel.pipeline().addLast(new HttpClientCodec(), answer);
      }
    }

    private static final class Answer extends ChannelInboundHandlerAdapter {
      final CompletableFuture<Integer> status = new CompletableFuture<>();

      @Override
      public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpResponse response) {
          status.complete(response.status().code());
        }
        ReferenceCountUtil.release(message);
      }

      @Override
      public void exceptionCaught(ChannelHandlerContext context, Throwable thrown) {
        status.completeExceptionally(thrown);
      }
    }
  }
}
