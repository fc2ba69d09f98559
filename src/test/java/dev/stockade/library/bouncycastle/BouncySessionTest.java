package dev.stockade.library.bouncycastle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.enforce.Enforcement;
import dev.stockade.enforce.SessionCertificates;
import dev.stockade.journal.Journal;
import dev.stockade.journal.JournalSettings;
import dev.stockade.journal.TestOwner;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.ClientAuth;
import dev.stockade.policy.tls.Profiles;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.HookRows;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;

class BouncySessionTest {
  @Test
  void parametersThatSayNothingOfItLeaveItUnknown() throws Exception {
    TlsFacts facts = told(new Object());
    assertThat(facts.alpn()).isNull();
    assertThat(facts.clientAuth()).isNull();
    assertThat(facts.extendedMasterSecret()).isNull();
    assertThat(facts.resumed()).isNull();
  }

  @Test
  void andThoseThatThrow() throws Exception {
    TlsFacts facts = told(new Throwing());
    assertThat(facts.alpn()).isNull();
    assertThat(facts.clientAuth()).isNull();
    assertThat(facts.extendedMasterSecret()).isNull();
    assertThat(facts.resumed()).isFalse();
  }

  @Test
  void thoseThatHaveNothingSayThatThereWasNone() throws Exception {
    TlsFacts facts = told(new Nothing());
    assertThat(facts.alpn()).isEmpty();
    assertThat(facts.clientAuth()).isEqualTo(ClientAuth.NONE);
    assertThat(facts.extendedMasterSecret()).isTrue();
  }

  private static TlsFacts told(Object parameters) throws Exception {
    JournalSettings settings = new JournalSettings("audit").summary(false);
    Journal journal = new Journal(new TestOwner(settings));
    ActivePolicy policy = new ActivePolicy("audit", Profiles.DEFAULT, 0, "orders", "host-1");
    Enforcement enforcement = new Enforcement(policy, journal, new HookRows(null), null);
    SSLEngine engine = SSLContext.getDefault().createSSLEngine("db.internal", 5432);
    engine.setUseClientMode(true);
    TlsFacts.Builder facts = new TlsFacts.Builder(Direction.OUT);
    new BouncySession(new SessionCertificates(enforcement.tls().certificates))
        .tell(facts, engine, engine.getSession(), parameters);
    return facts.build();
  }

  @SuppressWarnings({"unused", "DoNotCallSuggester"}) // called by name
  public static final class Throwing {
    public boolean isResumedSession() {
      return false;
    }

    public boolean isExtendedMasterSecret() {
      throw new IllegalStateException("over");
    }

    public Object getApplicationProtocol() {
      throw new NoClassDefFoundError("ProtocolName");
    }

    public Object getLocalCertificate() {
      throw new IllegalStateException("over");
    }
  }

  @SuppressWarnings("unused") // called by name
  public static final class Nothing {
    public boolean isResumedSession() {
      return false;
    }

    public boolean isExtendedMasterSecret() {
      return true;
    }

    public Object getApplicationProtocol() {
      return null;
    }

    public Object getLocalCertificate() {
      return null;
    }
  }
}
