package dev.stockade.apps;

import java.util.ArrayList;
import java.util.List;

/** The calls of {@link SdkV2Calls}, and then the https URLs among the arguments. */
public final class SdkV2AndUrls {
  private SdkV2AndUrls() {}

  public static void main(String[] arguments) throws Exception {
    List<String> calls = new ArrayList<>();
    List<String> urls = new ArrayList<>();
    for (String argument : arguments) {
      (argument.startsWith("https://") ? urls : calls).add(argument);
    }
    SdkV2Calls.main(calls.toArray(new String[0]));
    HttpsUrlClient.main(urls.toArray(new String[0]));
  }
}
