package dev.stockade.aws;

/** Whether AWS would refuse a request for having no signature. */
public enum Need {
  SIGNATURE,
  NONE,
  /** Another proof may stand in for it, or the host or operation is not known well enough. */
  UNSURE
}
