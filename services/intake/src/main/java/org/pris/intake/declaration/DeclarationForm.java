package org.pris.intake.declaration;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Channel;

/**
 * What is sent to declare, and to say more, beside the answers. The two are read apart, so that a
 * wrong answer does not hide another; the nested records say how they stand together in one body.
 *
 * @param version of the declaration that the sender knows; of a complement only
 * @param establishment FINESS number of a site; blanks are ignored
 * @param channel null: the sender's own
 * @param exercise whether it belongs to an exercise; stays so for good
 */
record DeclarationForm(
    @Nullable Long version,
    @Nullable String establishment,
    @Nullable Channel channel,
    @Nullable Boolean exercise) {

  /**
   * A declaration.
   *
   * @param establishment FINESS number of a site; blanks are ignored
   * @param channel by which way it came in: PORTAL, of a machine API, of a responder on behalf
   *     PHONE, PAPER or CERT_SANTE; absent: the sender's own
   * @param exercise whether it belongs to an exercise; stays so for good
   */
  record Declare(
      String establishment,
      @Nullable Channel channel,
      @Nullable Boolean exercise,
      @JsonUnwrapped Answers answers) {}

  /**
   * More of a declaration, as a merge patch (RFC 7396): what is absent stays, null withdraws an
   * answer, a list replaces the list.
   *
   * @param version of the declaration that the sender knows
   * @param establishment that of the declaration, if at all
   * @param channel by which way this came in
   * @param exercise that of the declaration, if at all
   */
  record Complement(
      long version,
      @Nullable String establishment,
      @Nullable Channel channel,
      @Nullable Boolean exercise,
      @JsonUnwrapped Answers answers) {}
}
