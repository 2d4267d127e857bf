package org.pris.timeline;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.contracts.TimelineEvent.NoteWritten;
import org.pris.platform.access.AccessRows;
import org.pris.platform.access.AccessRows.Seen;
import org.pris.platform.problem.InstantRules;
import org.pris.platform.problem.Invalid;
import org.pris.platform.problem.NotFound;
import org.pris.platform.web.IdempotencyKey;
import org.pris.platform.web.Page;
import org.pris.timeline.chain.Chain;
import org.pris.timeline.chain.Contents;
import org.pris.timeline.chain.Entries;
import org.pris.timeline.chain.Listing;
import org.pris.timeline.chain.ReadScope;
import org.pris.timeline.chain.Verification;
import org.pris.timeline.chain.Verifications;
import org.pris.timeline.recording.AuthoredEntry;
import org.pris.timeline.recording.Note;
import org.pris.timeline.recording.Redaction;
import org.pris.timeline.recording.Redactions;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** The use cases of people: read, add, remove by order, verify. */
@Service
class Timeline {

  private final AccessRows cases;
  private final Entries entries;
  private final Contents contents;
  private final Verifications verifications;
  private final Chain chain;
  private final Redactions redactions;
  private final Clock clock;

  Timeline(
      AccessRows cases,
      Entries entries,
      Contents contents,
      Verifications verifications,
      Chain chain,
      Redactions redactions,
      Clock clock) {
    this.cases = cases;
    this.entries = entries;
    this.contents = contents;
    this.verifications = verifications;
    this.chain = chain;
    this.redactions = redactions;
    this.clock = clock;
  }

  Page<EntryView> list(String caseId, Person person, Listing listing) {
    var seen = cases.require(caseId, person);
    var reader = ReadScope.of(seen, person);
    var page = entries.list(seen.id(), reader, listing);
    var of = contents.of(page.items());
    return page.map(it -> EntryView.of(it, of.get(it.eventId()), reader));
  }

  EntryView one(String caseId, Person person, long seq) {
    var seen = cases.require(caseId, person);
    var reader = ReadScope.of(seen, person);
    var entry = entries.at(seen.id(), seq, reader).orElseThrow(NotFound::new);
    return EntryView.of(entry, contents.find(entry.eventId()).orElse(null), reader);
  }

  EntryView write(String caseId, Person person, Note note, @Nullable String key) {
    var seen = cases.requireResponder(caseId, person);
    var authored = authored(seen, person, Role.RESPONDER, "notes", key, note);
    check(seen.id(), note);
    var written = authored.content(note);
    var line = written.line();
    var told =
        new NoteWritten(
            seen.id(),
            note.kind(),
            note.audience(),
            note.tlp(),
            line.occurredAt(),
            note.corrects());
    var content = contents.keep(authored.change(written, told));
    authored.check(content);
    return EntryView.of(chain.append(content), content, ReadScope.of(seen, person));
  }

  EntryView redact(
      String caseId, Person person, long seq, Redaction redaction, @Nullable String key) {
    var seen = cases.requireResponder(caseId, person);
    if (!person.is(Role.LEAD)) {
      throw new AccessDeniedException("A lead redacts");
    }
    var order = authored(seen, person, Role.LEAD, "redactions/" + seq, key, redaction);
    var entry = redactions.order(order, seq, redaction);
    return EntryView.of(
        entry, contents.find(entry.eventId()).orElse(null), ReadScope.of(seen, person));
  }

  Verification verify(String caseId, Person person) {
    var seen = cases.require(caseId, person);
    ReadScope.of(seen, person);
    return verifications.of(seen.id());
  }

  private AuthoredEntry authored(
      Seen seen, Person person, Role as, String what, @Nullable String key, Object body) {
    var path = "/api/cases/" + seen.id() + "/timeline/" + what;
    return new AuthoredEntry(
        seen.id(),
        seen.row().exercise(),
        person.as(null, as, Role.RESPONDER, Role.LEAD),
        IdempotencyKey.of(person, path, key, body),
        clock.instant());
  }

  private void check(UUID caseId, Note note) {
    InstantRules.past("occurredAt", note.occurredAt(), clock.instant());
    var corrects = note.corrects();
    if (corrects != null && entries.at(caseId, corrects).isEmpty()) {
      throw new Invalid("corrects", "must be the number of an entry of this case");
    }
  }
}
