package dev.stockade.apps;

import java.lang.reflect.Method;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * {@link HttpCall}s by Jetty's HttpClient 9.4 to 12; {@code app.http2=true} over HTTP/2. All by
 * name: its types moved in each of its versions.
 */
public final class JettyClientCalls {
  private static final String JETTY = "org.eclipse.jetty.";

  private JettyClientCalls() {}

  public static void main(String[] calls) throws Exception {
    Object client = client();
    call(client, "start");
    HttpCall.run(calls, call -> send(client, call));
    call(client, "stop");
  }

  private static Object client() throws Exception {
    Class<?> type = Class.forName(JETTY + "client.HttpClient");
    Object transport = Boolean.getBoolean("app.http2") ? http2() : null;
    if (!isOld()) {
      return transport == null
          ? type.getConstructor().newInstance()
          : type.getConstructor(Class.forName(JETTY + "client.HttpClientTransport"))
              .newInstance(transport);
    }
    Class<?> keys = Class.forName(JETTY + "util.ssl.SslContextFactory");
    Object client =
        Class.forName(JETTY + "util.ssl.SslContextFactory$Client").getConstructor().newInstance();
    return transport == null
        ? type.getConstructor(keys).newInstance(client)
        : type.getConstructor(Class.forName(JETTY + "client.HttpClientTransport"), keys)
            .newInstance(transport, client);
  }

  private static Object http2() throws Exception {
    Class<?> client = Class.forName(JETTY + "http2.client.HTTP2Client");
    return first("http2.client.http.", "http2.client.transport.", "HttpClientTransportOverHTTP2")
        .getConstructor(client)
        .newInstance(client.getConstructor().newInstance());
  }

  private static Callable<String> send(Object client, HttpCall call) throws Exception {
    Object request = call(client, "newRequest", URI.create(call.url()));
    call(request, "method", call.method());
    call(request, "timeout", 10L, TimeUnit.SECONDS);
    if (call.hasBody()) {
      body(request);
    }
    for (Map.Entry<String, String> header : call.headers().entrySet()) {
      header(request, header.getKey(), header.getValue());
    }
    return () -> {
      Object response = call(request, "send");
      return call(response, "getStatus") + " " + call(response, "getContentAsString");
    };
  }

  private static void body(Object request) throws Exception {
    Object bytes = new byte[][] {HttpCall.BODY};
    if (isOld()) {
      Class<?> content = Class.forName(JETTY + "client.util.BytesContentProvider");
      call(request, "content", content.getConstructor(byte[][].class).newInstance(bytes));
    } else {
      Class<?> content = first("client.util.", "client.", "BytesRequestContent");
      call(request, "body", content.getConstructor(byte[][].class).newInstance(bytes));
    }
  }

  private static void header(Object request, String name, String value) throws Exception {
    if (isOld()) {
      call(request, "header", name, value);
      return;
    }
    Consumer<Object> put =
        fields -> {
          try {
            call(fields, "put", name, value);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        };
    call(request, "headers", put);
  }

  /** Before Jetty 10. */
  private static boolean isOld() {
    try {
      first("client.util.", "client.", "BytesRequestContent");
      return false;
    } catch (ClassNotFoundException e) {
      return true;
    }
  }

  private static Class<?> first(String place, String other, String name)
      throws ClassNotFoundException {
    try {
      return Class.forName(JETTY + place + name);
    } catch (ClassNotFoundException e) {
      return Class.forName(JETTY + other + name);
    }
  }

  /** Calls the public method that takes these arguments, and throws what it throws. */
  private static Object call(Object target, String name, Object... arguments) throws Exception {
    for (Method method : target.getClass().getMethods()) {
      if (method.getName().equals(name) && takes(method, arguments)) {
        try {
          method.setAccessible(true);
          return method.invoke(target, arguments);
        } catch (java.lang.reflect.InvocationTargetException e) {
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
      fits = types[i] == long.class || types[i].isInstance(arguments[i]);
    }
    return fits;
  }
}
