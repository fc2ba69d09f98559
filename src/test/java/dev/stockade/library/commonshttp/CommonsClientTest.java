package dev.stockade.library.commonshttp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.library.HttpClientChecks;
import dev.stockade.library.HttpProgram;
import dev.stockade.library.LibraryTestKit;
import dev.stockade.policy.rule.Mode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import org.apache.commons.httpclient.HttpClient;
import org.apache.commons.httpclient.methods.GetMethod;
import org.apache.commons.httpclient.methods.PostMethod;
import org.apache.commons.httpclient.methods.RequestEntity;
import org.junit.jupiter.api.Test;

class CommonsClientTest extends HttpClientChecks {
  CommonsClientTest() {
    super(Program.class, "commons-httpclient", "org.apache.commons.");
  }

  @Test
  void theLengthOfABodyIsAskedForOnlyWhereTheRequestIsForAws() throws Exception {
    int itself = new Upload().get(address(), Map.of("Host", "orders.acme.com"));
    try (LibraryTestKit kit = new LibraryTestKit(Mode.AUDIT)) {
      HttpProgram woven = kit.program(Upload.class, "org.apache.commons.");
      assertThat(woven.get(address(), Map.of("Host", "orders.acme.com"))).isEqualTo(itself);
      assertThat(woven.get(address(), Map.of("Host", "s3.eu-west-1.amazonaws.com")))
          .isEqualTo(itself + 1);
      assertThat(kit.internalErrors()).isZero();
    }
  }

  /** Returns how often its body was asked for its length. */
  static final class Upload implements HttpProgram {
    @Override
    public int get(URI server, Map<String, String> headers) throws Exception {
      PostMethod method = new PostMethod(server.toString());
      method.getParams().setVirtualHost(headers.get("Host"));
      Body body = new Body();
      method.setRequestEntity(body);
      try {
        new HttpClient().executeMethod(method);
        return body.questions;
      } finally {
        method.releaseConnection();
      }
    }
  }

  private static final class Body implements RequestEntity {
    int questions;

    @Override
    public long getContentLength() {
      questions++;
      return 1;
    }

    @Override
    public boolean isRepeatable() {
      return true;
    }

    @Override
    public void writeRequest(OutputStream out) throws IOException {
      out.write('x');
    }

    @Override
    public String getContentType() {
      return null;
    }
  }

  static final class Program implements HttpProgram {
    /** A header {@code Host} would be replaced by the address. */
    @Override
    public int get(URI server, Map<String, String> headers) throws Exception {
      GetMethod method = new GetMethod(server.toString());
      headers.forEach(method::setRequestHeader);
      method.getParams().setVirtualHost(headers.get("Host"));
      try {
        return new HttpClient().executeMethod(method);
      } finally {
        method.releaseConnection();
      }
    }
  }
}
