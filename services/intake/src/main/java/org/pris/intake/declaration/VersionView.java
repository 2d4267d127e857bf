package org.pris.intake.declaration;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.pris.intake.declaration.DeclarationView.SenderView;

/** One version of a declaration, whole. */
record VersionView(
    long version, Instant sentAt, SenderView sentBy, @JsonUnwrapped Answers answers) {

  static VersionView of(Version version) {
    return new VersionView(
        version.number(), version.sentAt(), SenderView.of(version.sender()), version.answers());
  }
}
