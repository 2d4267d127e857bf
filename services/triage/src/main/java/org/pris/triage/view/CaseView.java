package org.pris.triage.view;

import io.swagger.v3.oas.annotations.media.Schema;

/** A case as somebody may see it; {@code view} says which of the shapes it is. */
@Schema(
    oneOf = {ResponderCase.class, EstablishmentCase.class, AuthorityCase.class, HeadlineCase.class})
public sealed interface CaseView
    permits ResponderCase, EstablishmentCase, AuthorityCase, HeadlineCase {}
