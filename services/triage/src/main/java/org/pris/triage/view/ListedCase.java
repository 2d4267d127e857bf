package org.pris.triage.view;

import io.swagger.v3.oas.annotations.media.Schema;

/** The same in a list; {@code view} says which of the shapes it is. */
@Schema(
    oneOf = {ResponderCard.class, EstablishmentCase.class, AuthorityCase.class, HeadlineCase.class})
public sealed interface ListedCase
    permits ResponderCard, EstablishmentCase, AuthorityCase, HeadlineCase {}
