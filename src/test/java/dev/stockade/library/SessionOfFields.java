package dev.stockade.library;

import java.security.Principal;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;

/** With the fields of {@code SSLSessionImpl} that are read; the getters are not to be called. */
@SuppressWarnings("UnusedVariable") // read by reflection
final class SessionOfFields implements SSLSession {
  private final X509Certificate[] peerCerts;
  private final X509Certificate[] localCerts = null;
  private final Boolean useExtendedMasterSecret = false;

  SessionOfFields(X509Certificate[] peerCerts) {
    this.peerCerts = peerCerts;
  }

  @Override
  public String getProtocol() {
    return "TLSv1.3";
  }

  @Override
  public String getCipherSuite() {
    return "TLS_AES_128_GCM_SHA256";
  }

  @Override
  public byte[] getId() {
    throw new UnsupportedOperationException();
  }

  @Override
  public SSLSessionContext getSessionContext() {
    throw new UnsupportedOperationException();
  }

  @Override
  public long getCreationTime() {
    throw new UnsupportedOperationException();
  }

  @Override
  public long getLastAccessedTime() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void invalidate() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isValid() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void putValue(String name, Object value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object getValue(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void removeValue(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String[] getValueNames() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Certificate[] getPeerCertificates() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Certificate[] getLocalCertificates() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Principal getPeerPrincipal() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Principal getLocalPrincipal() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String getPeerHost() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getPeerPort() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getPacketBufferSize() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getApplicationBufferSize() {
    throw new UnsupportedOperationException();
  }
}
