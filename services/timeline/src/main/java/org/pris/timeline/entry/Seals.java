package org.pris.timeline.entry;

/**
 * What binds the members to their head.
 *
 * @param author lower-case hex SHA-256 of the RFC 8785 form of {@code [salt, value]}, as are the
 *     others; null is sealed too
 */
public record Seals(String author, String text, String data) {

  public String of(SealedField member) {
    return switch (member) {
      case AUTHOR -> author;
      case TEXT -> text;
      case DATA -> data;
    };
  }
}
