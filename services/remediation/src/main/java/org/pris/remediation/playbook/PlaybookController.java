package org.pris.remediation.playbook;

import org.pris.platform.web.Page;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The playbooks that can be laid out. */
@RestController
@PreAuthorize("hasAnyRole('RESPONDER', 'LEAD', 'ADMIN')")
class PlaybookController {

  private final Playbooks playbooks;

  PlaybookController(Playbooks playbooks) {
    this.playbooks = playbooks;
  }

  /** All of them, with their tasks and gates, in both languages; they are few, on one page. */
  @GetMapping("/api/playbooks")
  Page<Playbook> list() {
    return new Page<>(playbooks.all(), null);
  }
}
