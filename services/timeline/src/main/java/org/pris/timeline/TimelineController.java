package org.pris.timeline;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Person;
import org.pris.contracts.TimelineEvent.EntryKind;
import org.pris.platform.audit.Audited;
import org.pris.platform.web.Page;
import org.pris.timeline.chain.Listing;
import org.pris.timeline.chain.Verification;
import org.pris.timeline.recording.Note;
import org.pris.timeline.recording.Redaction;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The timeline of a case, by its id or reference. Who may see the case is decided per case, before
 * the role: what is not the caller's is answered as what does not exist.
 */
@RestController
@Tag(name = "timeline")
@RequestMapping("/api/cases/{id}/timeline")
@PreAuthorize("isAuthenticated()")
@Audited("timeline")
class TimelineController {

  private final Timeline timeline;

  TimelineController(Timeline timeline) {
    this.timeline = timeline;
  }

  /**
   * Entries in the order of recording. An establishment gets those meant for it; an authority none
   * (403).
   *
   * @param kind only these
   * @param after the {@code next} of the page before
   * @param limit 1 to 200; 50 where absent
   * @param order {@code asc} (where absent) or {@code desc}
   */
  @GetMapping
  Page<EntryView> list(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable List<EntryKind> kind,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String order,
      Person person) {
    return timeline.list(id, person, Listing.of(kind, after, limit, order));
  }

  @GetMapping("/{seq:\\d{1,15}}")
  EntryView one(@PathVariable String id, @PathVariable long seq, Person person) {
    return timeline.one(id, person, seq);
  }

  /**
   * Adds a line; a closed case takes them too. What is written stays: a mistake is corrected by
   * another line.
   */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<EntryView> write(
      @PathVariable String id,
      @RequestBody @Valid Note note,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      Person person) {
    return created(timeline.write(id, person, note, key));
  }

  /**
   * Removes members of an entry for good, by order (LEAD). Answers the new entry that says so; the
   * chain still verifies. 409 {@code already-redacted} where none of them is left.
   */
  @PostMapping("/{seq:\\d{1,15}}/redactions")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<EntryView> redact(
      @PathVariable String id,
      @PathVariable long seq,
      @RequestBody @Valid Redaction redaction,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      Person person) {
    return created(timeline.redact(id, person, seq, redaction, key));
  }

  /** Walks through the whole chain. */
  @GetMapping("/verification")
  @Audited("verification")
  Verification verify(@PathVariable String id, Person person) {
    return timeline.verify(id, person);
  }

  private static ResponseEntity<EntryView> created(EntryView entry) {
    var location = URI.create("/api/cases/" + entry.caseId() + "/timeline/" + entry.seq());
    return ResponseEntity.created(location).body(entry);
  }
}
