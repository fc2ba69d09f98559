package dev.stockade.weave;

/** Maker of libraries whose rows are known from lines. */
public interface HookLibraries {
  /**
   * Makes one.
   *
   * @param number its index among the libraries of the lines
   */
  HookSource library(int number);
}
