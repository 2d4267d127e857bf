package org.pris.remediation.playbook;

import io.swagger.v3.oas.annotations.media.Schema;

/** The same sentence in both languages of the UI, which chooses. */
@Schema(name = "Text")
public record LocalizedText(String fr, String en) {

  /** What a person wrote, in whatever language. */
  public static LocalizedText same(String text) {
    return new LocalizedText(text, text);
  }
}
