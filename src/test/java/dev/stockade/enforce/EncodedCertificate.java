package dev.stockade.enforce;

import java.math.BigInteger;
import java.security.Principal;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.Set;

/** A certificate that has an encoding alone; all else throws, as with one that is malformed. */
@SuppressWarnings("deprecation") // of what is abstract all the same
final class EncodedCertificate extends X509Certificate {
  private final byte[] der;

  EncodedCertificate(byte[] der) {
    this.der = der;
  }

  @Override
  public byte[] getEncoded() {
    return der.clone();
  }

  @Override
  public boolean equals(Object other) {
    throw new IllegalStateException("equals");
  }

  @Override
  public int hashCode() {
    throw new IllegalStateException("hashCode");
  }

  @Override
  public void checkValidity() {
    throw new IllegalStateException();
  }

  @Override
  public void checkValidity(Date date) {
    throw new IllegalStateException();
  }

  @Override
  public int getVersion() {
    throw new IllegalStateException();
  }

  @Override
  public BigInteger getSerialNumber() {
    throw new IllegalStateException();
  }

  @Override
  public Principal getIssuerDN() {
    throw new IllegalStateException();
  }

  @Override
  public Principal getSubjectDN() {
    throw new IllegalStateException();
  }

  @Override
  public Date getNotBefore() {
    throw new IllegalStateException();
  }

  @Override
  public Date getNotAfter() {
    throw new IllegalStateException();
  }

  @Override
  public byte[] getTBSCertificate() {
    throw new IllegalStateException();
  }

  @Override
  public byte[] getSignature() {
    throw new IllegalStateException();
  }

  @Override
  public String getSigAlgName() {
    throw new IllegalStateException();
  }

  @Override
  public String getSigAlgOID() {
    throw new IllegalStateException();
  }

  @Override
  public byte[] getSigAlgParams() {
    throw new IllegalStateException();
  }

  @Override
  public boolean[] getIssuerUniqueID() {
    throw new IllegalStateException();
  }

  @Override
  public boolean[] getSubjectUniqueID() {
    throw new IllegalStateException();
  }

  @Override
  public boolean[] getKeyUsage() {
    throw new IllegalStateException();
  }

  @Override
  public int getBasicConstraints() {
    throw new IllegalStateException();
  }

  @Override
  public void verify(PublicKey key) {
    throw new IllegalStateException();
  }

  @Override
  public void verify(PublicKey key, String provider) {
    throw new IllegalStateException();
  }

  @Override
  public String toString() {
    throw new IllegalStateException();
  }

  @Override
  public PublicKey getPublicKey() {
    throw new IllegalStateException();
  }

  @Override
  public boolean hasUnsupportedCriticalExtension() {
    throw new IllegalStateException();
  }

  @Override
  public Set<String> getCriticalExtensionOIDs() {
    throw new IllegalStateException();
  }

  @Override
  public Set<String> getNonCriticalExtensionOIDs() {
    throw new IllegalStateException();
  }

  @Override
  public byte[] getExtensionValue(String oid) {
    throw new IllegalStateException();
  }
}
