package org.pris.triage.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.CaseEvent;
import org.pris.contracts.CaseEvent.CaseAccessChanged;
import org.pris.contracts.CaseEvent.CaseCareChanged;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.triage.Case;
import org.pris.triage.Examples;
import org.pris.triage.command.CaseEdit.ChangeAccess;
import org.pris.triage.edit.CaseEdits;

@DisplayName("The board")
class BoardTest {

  static final Person OUTSIDER = Examples.person("responder2", Role.RESPONDER);

  final Case open = Examples.received();

  final Case restricted =
      CaseEdits.access(
              open,
              new ChangeAccess(
                  1L, true, List.of("lead1"), EstablishmentSide.ALL, List.of(), "An insider"),
              Examples.LEAD,
              Examples.NOW,
              Examples.RULES)
          .aggregate();

  @Test
  @DisplayName("shows no card from an event that a newer one has outdone")
  void outdone() {
    var late = new CaseCareChanged(open.state());

    assertThat(sent(late, open, OUTSIDER)).isEqualTo("card");
    assertThat(sent(late, restricted, OUTSIDER)).isEqualTo("nothing");
    assertThat(sent(late, restricted, Examples.LEAD)).isEqualTo("nothing");
  }

  @Test
  @DisplayName("takes a card away by who may see it now, however late it hears of it")
  void removed() {
    assertThat(sent(new CaseAccessChanged(restricted.state(), "r"), restricted, OUTSIDER))
        .isEqualTo("removed");
    assertThat(sent(new CaseAccessChanged(open.state(), "r"), restricted, OUTSIDER))
        .isEqualTo("removed");
    assertThat(sent(new CaseAccessChanged(restricted.state(), "r"), restricted, Examples.LEAD))
        .isEqualTo("card");
  }

  private static String sent(CaseEvent told, Case newest, Person reader) {
    var known = new Board.Known(newest.revision(), newest.access());
    @Nullable BoardMessage message = Board.message(told, known, reader, Examples.NOW);
    return message == null ? "nothing" : message.name();
  }
}
