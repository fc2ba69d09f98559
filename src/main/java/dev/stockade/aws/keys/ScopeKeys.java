package dev.stockade.aws.keys;

import dev.stockade.aws.text.BoundedTable;
import dev.stockade.aws.text.HmacKey;
import java.util.Arrays;

/** The different signing keys that one access key id was seen to use for one scope. */
public final class ScopeKeys extends BoundedTable.Entry<ScopeKeys> {
  static final int MAX_KEYS = 4;

  private final String credential;
  private final String day;
  private final CredentialHash hashes;
  private volatile HmacKey[] keys = {};
  private volatile boolean full;
  private volatile boolean gone;

  ScopeKeys(long hash, String accessKeyId, String day, String region, String service) {
    super(hash);
    this.credential = accessKeyId + '/' + day + '/' + region + '/' + service;
    this.day = day;
    this.hashes = CredentialHash.of(credential + "/aws4_request");
  }

  /** By which what its requests claim is compared with it. */
  CredentialHash hashes() {
    return hashes;
  }

  /** {@code ID/day/region/service}. */
  String credential() {
    return credential;
  }

  String day() {
    return day;
  }

  boolean isOf(String id, String day, String region, String service) {
    int afterId = id.length() + 1;
    int afterDay = afterId + day.length() + 1;
    int afterRegion = afterDay + region.length() + 1;
    return credential.length() == afterRegion + service.length()
        && credential.startsWith(id)
        && credential.startsWith(day, afterId)
        && credential.startsWith(region, afterDay)
        && credential.startsWith(service, afterRegion)
        && credential.charAt(afterId - 1) == '/'
        && credential.charAt(afterDay - 1) == '/'
        && credential.charAt(afterRegion - 1) == '/';
  }

  public boolean holds(byte[] key) {
    for (HmacKey known : keys) {
      if (known.is(key)) {
        return true;
      }
    }
    return false;
  }

  /** Only by threads that hold the table's monitor. */
  void add(byte[] key) {
    if (holds(key)) {
      return;
    }
    HmacKey[] old = keys;
    if (old.length < MAX_KEYS) {
      HmacKey[] more = Arrays.copyOf(old, old.length + 1);
      more[old.length] = new HmacKey(key);
      keys = more;
      return;
    }
    full = true;
    HmacKey[] newer = Arrays.copyOfRange(old, 1, MAX_KEYS + 1);
    newer[MAX_KEYS - 1] = new HmacKey(key);
    keys = newer;
    old[0].wipe();
  }

  public HmacKey[] keys() {
    return keys;
  }

  /** Whether more keys were seen than are kept: that none of them fits then proves nothing. */
  public boolean isFull() {
    return full;
  }

  /** Whether the table has let go of it. */
  boolean isGone() {
    return gone;
  }

  @Override
  protected void removed() {
    gone = true;
    for (HmacKey key : keys) {
      key.wipe();
    }
  }

  /** Says nothing of what it holds. */
  @Override
  public String toString() {
    return "ScopeKeys";
  }
}
