package org.pris.bench.fault.invariant;

import java.util.Locale;

/** What holds once everything has come to rest, whatever died meanwhile. */
enum Invariant {
  /** What was accepted is there, once, and nothing is left half done. */
  CONSERVATION,
  /** What was published is what is stored. */
  LOG_EQUALS_STATE,
  /** What one service knows of another is what a recount gives. */
  PROJECTIONS,
  /** The timeline's chains verify, and hold every event once. */
  CHAIN,
  /** Each endpoint was told what it asked for, in order, each under one number. */
  TOLD,
  /** What endpoints accepted of the chains is what timeline knows to be held outside. */
  HELD_OUTSIDE;

  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
