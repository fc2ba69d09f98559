package dev.stockade.policy.file;

import dev.stockade.base.Digest;
import dev.stockade.policy.Policy;
import java.util.List;
import java.util.Map;

/** A policy file as read: what it says, and what is wrong with it. Immutable. */
public final class PolicyFile {
  private final Contents contents;
  private final List<Problem> problems;
  private final boolean usable;
  private final String digest;

  private PolicyFile(Contents contents, List<Problem> problems, boolean usable, String digest) {
    this.contents = contents;
    this.problems = problems;
    this.usable = usable;
    this.digest = digest;
  }

  /**
   * Reads a file. Whatever is wrong with it becomes a problem; nothing is thrown.
   *
   * @param name the file's name in messages
   * @param text the file's bytes: YAML 1.2 in UTF-8
   * @param nowMillis milliseconds since the epoch, for what is said of exceptions that end
   */
  public static PolicyFile parse(String name, byte[] text, long nowMillis) {
    Problems problems = new Problems(name);
    Contents contents = Contents.read(text, nowMillis, problems);
    boolean usable = !problems.hasError();
    return new PolicyFile(
        usable ? contents : Contents.NONE, problems.inOrder(), usable, Digest.of(text));
  }

  /** Errors and warnings by line; of very many only the first. */
  public List<Problem> problems() {
    return problems;
  }

  /** Whether there is no error among the problems. Of a file with one, nothing counts. */
  public boolean isUsable() {
    return usable;
  }

  /**
   * The options that the file sets, by their names elsewhere. Mode and profile have values that
   * exist; of the others only the kind is checked. Empty when the file is not usable.
   */
  public Map<String, Setting> options() {
    return contents.options();
  }

  /** Whether the file defines a profile with this id. */
  public boolean definesProfile(String id) {
    return contents.profiles().containsKey(id);
  }

  /** {@code sha256:} and the hash of the bytes in hexadecimal. */
  public String digest() {
    return digest;
  }

  /**
   * Puts profiles of its own, stages, exceptions, what becomes of expired ones, canary, candidate
   * and digest into the builder. Mode and profile are the caller's to set before, because the
   * candidate starts from them. Does nothing when the file is not usable.
   */
  public void applyTo(Policy.Builder policy) {
    if (usable) {
      policy.digest(digest);
      contents.applyTo(policy);
    }
  }

  /** The whole policy by the file alone, with defaults where it is silent or not usable. */
  public Policy policy() {
    Policy.Builder policy = new Policy.Builder();
    Setting mode = options().get("mode");
    if (mode != null) {
      policy.mode(Choices.MODES.get(mode.value()));
    }
    Setting profile = options().get("profile");
    if (profile != null) {
      policy.profile(profile.value());
    }
    applyTo(policy);
    return policy.build();
  }
}
