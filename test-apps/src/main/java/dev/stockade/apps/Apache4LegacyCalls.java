package dev.stockade.apps;

/** {@link HttpCall}s by Apache HttpClient as it was before 4.3, still there in all versions. */
public final class Apache4LegacyCalls {
  private Apache4LegacyCalls() {}

  @SuppressWarnings("deprecation")
  public static void main(String[] calls) throws Exception {
    Apache4Calls.run(calls, new org.apache.http.impl.client.DefaultHttpClient());
  }
}
