package dev.stockade.apps;

import org.apache.commons.httpclient.HttpClient;
import org.apache.commons.httpclient.HttpMethod;
import org.apache.commons.httpclient.methods.ByteArrayRequestEntity;
import org.apache.commons.httpclient.methods.GetMethod;
import org.apache.commons.httpclient.methods.PostMethod;

/** {@link HttpCall}s by Commons HttpClient 3.1. */
public final class CommonsHttpCalls {
  private CommonsHttpCalls() {}

  public static void main(String[] calls) throws Exception {
    System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
    HttpClient client = new HttpClient();
    HttpCall.run(calls, call -> () -> send(client, call));
  }

  private static String send(HttpClient client, HttpCall call) throws Exception {
    HttpMethod method = method(call);
    call.headers().forEach(method::setRequestHeader);
    try {
      int status = client.executeMethod(method);
      return status + " " + method.getResponseBodyAsString();
    } finally {
      method.releaseConnection();
    }
  }

  private static HttpMethod method(HttpCall call) {
    if (!call.hasBody()) {
      return new GetMethod(call.url());
    }
    PostMethod post = new PostMethod(call.url());
    post.setRequestEntity(new ByteArrayRequestEntity(HttpCall.BODY));
    return post;
  }
}
