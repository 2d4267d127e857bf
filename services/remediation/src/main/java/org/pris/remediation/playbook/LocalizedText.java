package org.pris.remediation.playbook;

/** The same sentence in both languages of the UI, which chooses. */
public record LocalizedText(String fr, String en) {

  /** What a person wrote, in whatever language. */
  public static LocalizedText same(String text) {
    return new LocalizedText(text, text);
  }
}
