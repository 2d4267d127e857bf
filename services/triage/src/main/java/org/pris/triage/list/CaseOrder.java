package org.pris.triage.list;

import java.util.function.Function;
import org.pris.contracts.Access.View;
import org.pris.platform.web.Keyset;
import org.pris.triage.Case;
import org.pris.triage.list.CaseFilter.Sorting;
import org.springframework.data.domain.Sort.Direction;

/** How a list of cases is sorted. */
final class CaseOrder {

  private static final Keyset<Case> URGENCY =
      byText("sortKeys.urgency", Direction.ASC, it -> it.sortKeys().urgency());
  private static final Keyset<Case> URGENCY_FOR_AUTHORITY =
      byText("sortKeys.authority", Direction.ASC, it -> it.sortKeys().authority());
  private static final Keyset<Case> OPENED =
      Keyset.newestFirst("opening.openedAt", it -> it.opening().openedAt(), Case::id);
  private static final Keyset<Case> CHANGED =
      Keyset.newestFirst("changedAt", Case::changedAt, Case::id);
  private static final Keyset<Case> REFERENCE =
      byText("reference", Direction.DESC, Case::reference);

  private CaseOrder() {}

  static Keyset<Case> of(Sorting sorting, View view) {
    return switch (sorting) {
      case urgency -> view == View.AUTHORITY ? URGENCY_FOR_AUTHORITY : URGENCY;
      case opened -> OPENED;
      case changed -> CHANGED;
      case reference -> REFERENCE;
    };
  }

  private static Keyset<Case> byText(String field, Direction direction, Function<Case, ?> key) {
    return new Keyset<>(field, direction, String.class, key, Case::id);
  }
}
