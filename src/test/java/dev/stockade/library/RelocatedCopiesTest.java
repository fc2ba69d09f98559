package dev.stockade.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.weave.Hook;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookTable;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelocatedCopiesTest {
  private final HookTable table = new HookTable(rows());

  private static List<Hook> rows() {
    HookRows rows = new HookRows(null);
    new LibraryCatalog(null).addAll(rows);
    return rows.hooks();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/apache/http/impl/nio/DefaultNHttpClientConnection",
        "org/apache/hc/core5/http/impl/nio/AbstractHttp1StreamDuplexer",
        "org/apache/hc/core5/http2/impl/nio/AbstractH2StreamMultiplexer$H2StreamChannelImpl",
        "org/apache/hc/core5/http/impl/nio/ClientHttp1StreamHandler",
        "org/apache/hc/core5/http2/impl/nio/ClientH2StreamHandler",
        "org/eclipse/jetty/client/transport/HttpReceiver",
        "shaded/okhttp3/internal/http/Http1xStream"
      })
  void aLibrarysClassHasOneHookInEachCopy(String className) {
    assertThat(table.in(className)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/apache/http/impl/DefaultBHttpClientConnection",
        "com/amazonaws/thirdparty/apache/http/impl/DefaultBHttpClientConnection",
        "org/apache/http/impl/AbstractHttpClientConnection",
        "org/apache/hc/core5/http/impl/io/DefaultBHttpClientConnection",
        "okhttp3/internal/http/CallServerInterceptor"
      })
  void aClassThatSendsRequestsAndReceivesResponsesHasAHookForEach(String className) {
    assertThat(table.in(className)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/myapache/http/impl/DefaultBHttpClientConnection",
        "org/apache/http/impl/io/DefaultBHttpClientConnection",
        "org/apache/http/impl/conn/DefaultBHttpClientConnection",
        "org/apache/hc/core5/http2/impl/nio/AbstractH2StreamMultiplexer",
        "myokhttp3/internal/http/CallServerInterceptor"
      })
  void aClassThatOnlyLooksLikeOneHasNone(String className) {
    assertThat(table.in(className)).isNull();
  }
}
