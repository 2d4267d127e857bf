package org.pris.triage.people;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasAnyRole('RESPONDER', 'LEAD')")
class PeopleController {

  /**
   * @param items at most 200, by name
   */
  record Colleagues(List<Colleague> items) {}

  private final People people;

  PeopleController(People people) {
    this.people = people;
  }

  /** Who responds, by name: everybody who has called this service as a responder or a lead. */
  @GetMapping("/api/people")
  Colleagues all() {
    return new Colleagues(people.all());
  }
}
