package dev.stockade.cli.export;

/** What AWS names in flow logs and a process cannot know of itself. */
public final class FlowNames {
  final String account;
  final String networkInterface;

  /**
   * @param account the owner's id, 12 digits; null for unknown
   * @param networkInterface such as {@code eni-0a1b2c3d}; null for unknown
   */
  public FlowNames(String account, String networkInterface) {
    this.account = account;
    this.networkInterface = networkInterface;
  }
}
