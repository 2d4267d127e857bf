package org.pris.remediation;

/** The same sentence in both languages of the UI, which chooses. */
record Text(String fr, String en) {

  /** What a person wrote, in whatever language. */
  static Text same(String text) {
    return new Text(text, text);
  }
}
