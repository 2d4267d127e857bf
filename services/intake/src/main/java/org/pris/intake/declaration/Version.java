package org.pris.intake.declaration;

import java.time.Instant;
import java.util.UUID;
import org.pris.platform.web.IdempotencyKey;

/**
 * One version of a declaration; never changed once it is there.
 *
 * @param number from 1
 * @param request which request made it: a repeat finds itself by it
 * @param digest of that request's body
 */
record Version(
    long number, Answers answers, Sender sender, Instant sentAt, UUID request, String digest) {

  static Version of(
      long number, Answers answers, Sender sender, Instant sentAt, IdempotencyKey request) {
    return new Version(
        number, answers.settled(sentAt), sender, sentAt, request.id(), request.digest());
  }
}
