package org.pris.triage.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.CaseStatus;
import org.pris.platform.SearchText;

@DisplayName("What a list is asked for")
class CaseFilterTest {

  @Test
  @DisplayName("leaves out what is empty: 'status=RECEIVED,' asks for one status")
  void empty() {
    var filter =
        new CaseFilter(
            Arrays.asList(CaseStatus.RECEIVED, null),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            null);

    assertThat(filter.status()).containsExactly(CaseStatus.RECEIVED);
    assertThat(filter.used()).containsExactly("status");
  }

  @Test
  @DisplayName("holds no character that no name has")
  void control() {
    assertThat(SearchText.readings("\0")).isEmpty();
    assertThat(SearchText.readings("Val\0Brisé\u0007")).containsExactly(List.of("val", "brise"));
  }
}
