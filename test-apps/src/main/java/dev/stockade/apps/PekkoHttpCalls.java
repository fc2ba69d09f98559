package dev.stockade.apps;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * {@link HttpCall}s by Pekko HTTP's client, or by Akka HTTP's where that is on the class path, from
 * the pools of {@code singleRequest}; {@code app.http2=true} over a connection of HTTP/2 for each.
 * All by name: the packages are other ones in each of the two.
 */
public final class PekkoHttpCalls {
  private static final long PATIENCE_MILLIS = 20_000;

  private final String root = root();
  private final Object system;
  private final Object materializer;
  private final Object http;

  private PekkoHttpCalls() throws Exception {
    String library = root.substring(root.lastIndexOf('.', root.length() - 2) + 1);
    System.setProperty(library + "loglevel", "OFF");
    System.setProperty(library + "stdout-loglevel", "OFF");
    system = type("actor.ActorSystem").getMethod("create").invoke(null);
    materializer =
        type("stream.ActorMaterializer")
            .getMethod("create", type("actor.ActorRefFactory"))
            .invoke(null, system);
    http =
        type("http.javadsl.Http").getMethod("get", type("actor.ActorSystem")).invoke(null, system);
  }

  public static void main(String[] calls) throws Exception {
    PekkoHttpCalls client = new PekkoHttpCalls();
    HttpCall.run(calls, client::begin);
    await(call(client.http, "shutdownAllConnectionPools"));
    call(client.system, "terminate");
  }

  private Callable<String> begin(HttpCall call) throws Exception {
    Object request =
        type("http.javadsl.model.HttpRequest")
            .getMethod(call.method(), String.class)
            .invoke(null, call.url());
    for (Map.Entry<String, String> header : call.headers().entrySet()) {
      request =
          call(
              request,
              "addHeader",
              type("http.javadsl.model.headers.RawHeader")
                  .getMethod("create", String.class, String.class)
                  .invoke(null, header.getKey(), header.getValue()));
    }
    if (call.hasBody()) {
      request = call(request, "withEntity", (Object) HttpCall.BODY);
    }
    Object answer =
        Boolean.getBoolean("app.http2")
            ? overHttp2(request, URI.create(call.url()))
            : ((CompletionStage<?>) call(http, "singleRequest", request)).thenCompose(this::text);
    return () -> (String) await(answer);
  }

  private Object overHttp2(Object request, URI to) throws Exception {
    Object builder = call(call(http, "connectionTo", to.getHost()), "toPort", to.getPort());
    boolean tls = to.getScheme().equals("https");
    Object flow = call(builder, tls ? "http2" : "http2WithPriorKnowledge");
    Class<?> sink = type("stream.javadsl.Sink");
    Object source =
        type("stream.javadsl.Source").getMethod("single", Object.class).invoke(null, request);
    // The connection ends with its stream of requests: the body has to be read before.
    Class<?> function = type("japi.function.Function");
    Object read =
        Proxy.newProxyInstance(
            function.getClassLoader(),
            new Class<?>[] {function},
            (proxy, method, arguments) -> text(arguments[0]));
    Object answers = call(call(source, "via", flow), "mapAsync", 1, read);
    return call(answers, "runWith", sink.getMethod("head").invoke(null), materializer);
  }

  private CompletionStage<String> text(Object response) {
    try {
      Object code = call(call(response, "status"), "intValue");
      Object whole = call(call(response, "entity"), "toStrict", PATIENCE_MILLIS, materializer);
      return ((CompletionStage<?>) whole).thenApply(body -> code + " " + utf8(body));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object utf8(Object body) {
    try {
      return call(call(body, "getData"), "utf8String");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object await(Object stage) throws Exception {
    try {
      return ((CompletionStage<?>) stage)
          .toCompletableFuture()
          .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
    }
  }

  private static String root() {
    try {
      Class.forName("org.apache.pekko.http.javadsl.Http");
      return "org.apache.pekko.";
    } catch (ClassNotFoundException e) {
      return "akka.";
    }
  }

  private Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(root + name);
  }

  /** Calls the public method that takes these arguments, and throws what it throws. */
  private static Object call(Object target, String name, Object... arguments) throws Exception {
    for (Method method : target.getClass().getMethods()) {
      if (method.getName().equals(name) && takes(method, arguments)) {
        try {
          method.setAccessible(true);
          return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
          throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
        }
      }
    }
    throw new NoSuchMethodException(target.getClass() + "." + name);
  }

  private static boolean takes(Method method, Object[] arguments) {
    Class<?>[] types = method.getParameterTypes();
    boolean fits = types.length == arguments.length;
    for (int i = 0; fits && i < types.length; i++) {
      fits =
          types[i].isInstance(arguments[i])
              || (types[i] == long.class && arguments[i] instanceof Long)
              || (types[i] == int.class && arguments[i] instanceof Integer);
    }
    return fits;
  }
}
