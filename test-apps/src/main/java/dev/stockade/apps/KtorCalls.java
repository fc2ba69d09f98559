package dev.stockade.apps;

import io.ktor.client.HttpClient;
import io.ktor.client.HttpClientKt;
import io.ktor.client.engine.cio.CIO;
import io.ktor.client.request.HttpRequestBuilder;
import io.ktor.client.request.HttpRequestKt;
import io.ktor.client.statement.HttpResponse;
import io.ktor.client.statement.HttpResponseKt;
import io.ktor.client.statement.HttpStatement;
import io.ktor.http.HttpMethod;
import io.ktor.http.content.ByteArrayContent;
import java.nio.charset.StandardCharsets;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;

/** {@link HttpCall}s by Ktor's client over its engine CIO. */
public final class KtorCalls {
  private KtorCalls() {}

  public static void main(String[] calls) throws Exception {
    HttpClient client = HttpClientKt.HttpClient(CIO.INSTANCE, config -> Unit.INSTANCE);
    HttpCall.run(calls, call -> () -> send(client, call));
    client.close();
  }

  private static String send(HttpClient client, HttpCall call) throws Exception {
    HttpRequestBuilder request = new HttpRequestBuilder();
    request.setMethod(new HttpMethod(call.method()));
    HttpRequestKt.url(request, call.url());
    call.headers().forEach((name, value) -> request.getHeaders().append(name, value));
    if (call.hasBody()) {
      request.setBody(new ByteArrayContent(HttpCall.BODY, null, null));
    }
    HttpResponse response = await(then -> new HttpStatement(request, client).execute(then));
    return response.getStatus().getValue()
        + " "
        + KtorCalls.<String>await(
            then -> HttpResponseKt.bodyAsText(response, StandardCharsets.UTF_8, then));
  }

  private interface Suspending<T> {
    Object run(Continuation<? super T> then);
  }

  private static <T> T await(Suspending<T> call) throws Exception {
    return BuildersKt.runBlocking(EmptyCoroutineContext.INSTANCE, (scope, then) -> call.run(then));
  }
}
