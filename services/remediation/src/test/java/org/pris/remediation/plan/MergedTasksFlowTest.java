package org.pris.remediation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.contracts.IncidentType.PHISHING;
import static org.pris.remediation.plan.RemediationBench.post;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.contracts.CaseState;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;

@FlowTest
@DisplayName("The tasks of a merged case")
class MergedTasksFlowTest {

  static final Map<String, String> TASK = Map.of("title", "Rappeler l’hébergeur", "phase", "CARE");

  @Autowired Callers callers;
  @Autowired Published published;
  @Autowired Remediation remediation;
  @Autowired Plans plans;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("are found once on the target, in whichever order the two are heard, and twice")
  void heard(boolean sourceFirst) {
    var bench = new RemediationBench(callers, published);
    var source = Heard.of(PHISHING);
    var target = Heard.of(PHISHING);
    bench.open(source);
    var written = post(bench.responder(), RemediationBench.tasks(source), TASK);
    written.expectStatus().isCreated();
    var told = List.of(target.state(), source.mergedInto(target), target.absorbing(source));
    var order = sourceFirst ? List.of(told.get(1), told.get(0), told.get(2)) : told;

    order.forEach(remediation::hear);
    order.forEach(remediation::hear);

    assertThat(plans.find(target.id()).orElseThrow().tasks())
        .filteredOn(it -> it.instructions().title().fr().equals(TASK.get("title")))
        .singleElement()
        .returns(source.reference(), Task::origin);
    assertThat(plans.find(source.id()).orElseThrow().tasks().getLast().origin()).isNull();
    published.await(Topics.TASKS, target.id(), "task.added.v1");
  }

  @Test
  @DisplayName("go no further where two cases seem to go on in each other")
  void circle() {
    var one = Heard.of(PHISHING);
    var other = Heard.of(PHISHING);

    remediation.hear(one.mergedInto(other));
    remediation.hear(other.mergedInto(one)); // that the first was unmerged is still to come

    assertThat(plans.find(other.id()).orElseThrow().theCase().mergedInto()).isEqualTo(one.id());
  }

  @Test
  @DisplayName("go on to the end of a chain that is heard from its end")
  void chain() {
    var bench = new RemediationBench(callers, published);
    var cases = List.of(Heard.of(PHISHING), Heard.of(PHISHING), Heard.of(PHISHING));
    bench.open(cases.getFirst());
    post(bench.responder(), RemediationBench.tasks(cases.getFirst()), TASK)
        .expectStatus()
        .isCreated();
    List<CaseState> told =
        List.of(
            cases.get(0).mergedInto(cases.get(1)),
            cases.get(1).mergedInto(cases.get(2)),
            cases.get(1).state(),
            cases.get(2).state());

    told.reversed().forEach(remediation::hear);

    var end = plans.find(cases.getLast().id()).orElseThrow().tasks().getLast();
    assertThat(end.origin()).isEqualTo(cases.getFirst().reference());
  }
}
