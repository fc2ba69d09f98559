package dev.stockade.e2e.kit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.DefaultHttp2Connection;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.HttpConversionUtil.ExtensionHeaderNames;
import io.netty.handler.codec.http2.HttpToHttp2ConnectionHandlerBuilder;
import io.netty.handler.codec.http2.InboundHttp2ToHttpAdapterBuilder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * One connection to {@link AwsServer}: finds out by the first bytes whether the client speaks
 * HTTP/1.1 or HTTP/2, as some clients do the latter without negotiation. CONNECT, as to a proxy, is
 * taken as the beginning of TLS with the server itself.
 */
final class AwsConnection extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final int MAX_BODY = 16 << 20;

  private final SslContext tls;
  private final Function<AwsRequest, AwsAnswer> answers;

  private AwsConnection(SslContext tls, Function<AwsRequest, AwsAnswer> answers) {
    this.tls = tls;
    this.answers = answers;
  }

  static void accept(
      ChannelPipeline pipeline,
      boolean encrypted,
      SslContext tls,
      Function<AwsRequest, AwsAnswer> answers) {
    if (encrypted) {
      pipeline.addLast(tls.newHandler(pipeline.channel().alloc()));
    }
    pipeline.addLast(
        new ByteToMessageDecoder() {
          @Override
          protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
            if (in.readableBytes() >= 3) {
              speak(context.pipeline(), in.getByte(1) == 'R', new AwsConnection(tls, answers));
              context.pipeline().remove(this);
            }
          }

          /** A client whose request was blocked has connected already, and leaves. */
          @Override
          public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            AwsConnection.close(context);
          }
        });
  }

  /** {@code PRI * HTTP/2.0} is the only method with an R in that place. */
  private static void speak(ChannelPipeline pipeline, boolean http2, AwsConnection connection) {
    if (http2) {
      Http2Connection http = new DefaultHttp2Connection(true);
      pipeline.addLast(
          new HttpToHttp2ConnectionHandlerBuilder()
              .connection(http)
              .frameListener(
                  new InboundHttp2ToHttpAdapterBuilder(http).maxContentLength(MAX_BODY).build())
              .build());
    } else {
      pipeline.addLast(
          new HttpServerCodec(16 << 10, 64 << 10, 64 << 10), new HttpObjectAggregator(MAX_BODY));
    }
    pipeline.addLast(connection);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    if (request.method().equals(HttpMethod.CONNECT)) {
      context
          .writeAndFlush(response(200, Unpooled.EMPTY_BUFFER))
          .addListener(done -> layer(context));
      return;
    }
    String stream = request.headers().get(ExtensionHeaderNames.STREAM_ID.text());
    AwsRequest seen =
        new AwsRequest(
            stream == null ? "HTTP/1.1" : "HTTP/2",
            context.pipeline().get(SslHandler.class) != null,
            request.method().name(),
            request.headers().get("Host"),
            request.uri(),
            request.headers().entries(),
            request.content().toString(StandardCharsets.ISO_8859_1));
    AwsAnswer answer = answers.apply(seen);
    byte[] body = answer.body().getBytes(StandardCharsets.ISO_8859_1);
    FullHttpResponse response = response(answer.status(), Unpooled.wrappedBuffer(body));
    response.headers().set("Content-Type", answer.type());
    response.headers().setInt("Content-Length", body.length);
    answer.headers().forEach(response.headers()::set);
    if (stream != null) {
      response.headers().set(ExtensionHeaderNames.STREAM_ID.text(), stream);
    }
    boolean last = "close".equalsIgnoreCase(request.headers().get("Connection"));
    context
        .writeAndFlush(response)
        .addListener(
            last ? ChannelFutureListener.CLOSE : ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
  }

  private static FullHttpResponse response(int status, ByteBuf body) {
    return new DefaultFullHttpResponse(
        HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), body);
  }

  private void layer(ChannelHandlerContext context) {
    ChannelPipeline pipeline = context.pipeline();
    pipeline.remove(HttpObjectAggregator.class);
    pipeline.remove(this);
    accept(pipeline, true, tls, answers);
    pipeline.remove(HttpServerCodec.class);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    close(context);
  }

  private static void close(ChannelHandlerContext context) {
    context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
  }
}
