package dev.stockade.apps;

import static dev.stockade.apps.AwsCall.BUCKET;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.Result;
import io.minio.credentials.StaticProvider;
import io.minio.messages.Item;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** MinIO's client, which signs by itself and sends with OkHttp. */
final class MinioCalls {
  private MinioCalls() {}

  static Object call(AwsCall call) throws Exception {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(chain -> chain.proceed(tampered(call, chain.request())))
            .build();
    try {
      return call(call, client(call, http));
    } finally {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }

  private static MinioClient client(AwsCall call, OkHttpClient http) {
    MinioClient.Builder builder =
        MinioClient.builder()
            .endpoint(HttpUrl.get(call.endpoint("s3")))
            .region(AwsCall.REGION)
            .httpClient(http);
    if (!call.is("unsigned")) {
      builder.credentialsProvider(
          new StaticProvider(call.accessKey(), call.secretKey(), call.sessionToken()));
    }
    return builder.build();
  }

  private static Object call(AwsCall call, MinioClient minio) throws Exception {
    switch (call.operation().split("-", -1)[1]) {
      case "get":
        try (InputStream in =
            minio.getObject(GetObjectArgs.builder().bucket(BUCKET).object(call.key()).build())) {
          return in.read();
        }
      case "put":
        byte[] body = "hello".getBytes(StandardCharsets.UTF_8);
        return minio.putObject(
            PutObjectArgs.builder().bucket(BUCKET).object(call.key()).stream(
                    new ByteArrayInputStream(body), body.length, -1)
                .build());
      case "list":
        for (Result<Item> item :
            minio.listObjects(ListObjectsArgs.builder().bucket(BUCKET).prefix("a b/").build())) {
          item.get();
        }
        return null;
      case "head":
        return minio.bucketExists(BucketExistsArgs.builder().bucket(BUCKET).build());
      default:
        throw new IllegalArgumentException(call.toString());
    }
  }

  private static Request tampered(AwsCall call, Request request) {
    Request.Builder changed = request.newBuilder();
    if (call.is("header")) {
      changed.header("x-amz-date", Tampering.otherSecond(request.header("x-amz-date")));
    }
    if (call.is("path")) {
      changed.url(
          request.url().newBuilder().encodedPath(request.url().encodedPath() + "x").build());
    }
    if (call.is("query")) {
      changed.url(request.url().newBuilder().addQueryParameter("tampered", "1").build());
    }
    if (call.is("payload-hash")) {
      changed.header("x-amz-content-sha256", Tampering.OTHER_HASH);
    }
    if (call.is("signature")) {
      changed.header("Authorization", Tampering.otherSignature(request.header("Authorization")));
    }
    if (call.is("trace")) {
      changed.header("traceparent", Tampering.TRACE);
    }
    return changed.build();
  }
}
