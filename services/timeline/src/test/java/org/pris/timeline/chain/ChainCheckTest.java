package org.pris.timeline.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.timeline.Given.RESPONDER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.TimelineEvent.EntryKind;
import org.pris.platform.web.IdempotencyKey;
import org.pris.timeline.Given;
import org.pris.timeline.chain.Verification.Fault;
import org.pris.timeline.entry.Canonical;
import org.pris.timeline.entry.ChainTip;
import org.pris.timeline.entry.Content;
import org.pris.timeline.entry.Entry;
import org.pris.timeline.entry.Salted;
import org.pris.timeline.entry.SealedField;
import org.pris.timeline.recording.AuthoredEntry;
import org.pris.timeline.recording.Note;
import org.pris.timeline.recording.Redaction;

@DisplayName("A walk along a chain")
class ChainCheckTest {

  final List<@Nullable Content> contents = new ArrayList<>();
  final List<Entry> entries = new ArrayList<>();
  final UUID caseId = UUID.randomUUID();

  ChainCheckTest() {
    for (var text : List.of("Un", "Deux", "Trois")) {
      var note = new Note(EntryKind.FACT, null, text, null, null, null, null, null, null);
      add(authored().content(note));
    }
  }

  private AuthoredEntry authored() {
    var creation = new IdempotencyKey(UUID.randomUUID(), "digest");
    return new AuthoredEntry(caseId, false, RESPONDER, creation, Given.NOON);
  }

  private void add(Content content) {
    contents.add(content);
    entries.add(Entry.after(entries.isEmpty() ? null : entries.getLast(), content, Given.NOON));
  }

  @Test
  @DisplayName("of nothing finds nothing wrong")
  void empty() {
    assertThat(new ChainCheck(null, null).result(null))
        .isEqualTo(new Verification(true, 0, null, null, null, 0, null, null));
  }

  @Test
  @DisplayName("of a whole chain ends at its head")
  void whole() {
    assertThat(walk())
        .isEqualTo(new Verification(true, 3, entries.getLast().hash(), null, null, 0, null, null));
    assertThat(entries.getFirst().head()).contains("\"previousHash\":\"" + "0".repeat(64));
  }

  @Test
  @DisplayName("counts what was redacted and named by an entry, and finds it no fault")
  void redacted() {
    contents.set(0, Objects.requireNonNull(contents.get(0)).without(Set.of(SealedField.TEXT)));
    contents.set(1, null);
    redaction(1, SealedField.TEXT);
    redaction(2, SealedField.values());

    assertThat(walk()).returns(true, Verification::valid).returns(2L, Verification::redacted);
  }

  @Test
  @DisplayName("finds content that is missing although no redaction names it, and says where")
  void unexplained() {
    contents.set(1, Objects.requireNonNull(contents.get(1)).without(Set.of(SealedField.values())));
    contents.set(2, null);
    redaction(2, SealedField.TEXT, SealedField.AUTHOR); // its data is missing all the same
    redaction(3, SealedField.values());

    assertThat(walk())
        .returns(2L, Verification::firstInvalid)
        .returns(Fault.CONTENT_MISSING, Verification::fault);
  }

  @Test
  @DisplayName("takes no redaction's word whose own content was exchanged")
  void forgedRedaction() {
    contents.set(1, null);
    redaction(1, SealedField.TEXT);
    redaction(2, SealedField.values());
    contents.set(3, contents.get(4));

    assertThat(walk()).returns(4L, Verification::firstInvalid);
    contents.set(4, null);
    assertThat(walk()).returns(2L, Verification::firstInvalid);
  }

  private void redaction(long seq, SealedField... fields) {
    var order = new Redaction(List.of(fields), "why", "who");
    var names = order.members().stream().map(SealedField::field).toList();
    add(authored().content(seq, order, names));
  }

  @Test
  @DisplayName("finds members that were exchanged between entries")
  void exchanged() {
    contents.set(1, contents.get(2));

    assertThat(walk()).returns(2L, Verification::firstInvalid);
  }

  @Test
  @DisplayName("finds entries whose order was changed")
  void order() {
    entries.add(0, entries.remove(1));

    assertThat(walk()).returns(1L, Verification::firstInvalid);
  }

  @Test
  @DisplayName("finds a head that is not JSON, and goes on counting")
  void unreadable() {
    var second = entries.get(1);
    entries.set(
        1,
        new Entry(
            null,
            second.caseId(),
            2,
            second.eventId(),
            second.kind(),
            second.audience(),
            null,
            second.toldAt(),
            "{\"format\":",
            second.hash()));

    assertThat(walk()).returns(2L, Verification::firstInvalid).returns(3L, Verification::entries);
  }

  @Test
  @DisplayName("finds an index that says another hour than its head, but may have none")
  void indexed() {
    entries.set(1, told(entries.get(1), Given.NOON.plusSeconds(60)));
    assertThat(walk()).returns(2L, Verification::firstInvalid);

    entries.set(1, told(entries.get(1), null));
    assertThat(walk()).returns(true, Verification::valid);
  }

  private static Entry told(Entry it, @Nullable Instant at) {
    return new Entry(
        it.id(),
        it.caseId(),
        it.seq(),
        it.eventId(),
        it.kind(),
        it.audience(),
        it.establishment(),
        at,
        it.head(),
        it.hash());
  }

  @Test
  @DisplayName("finds an end that is missing, by the head or by an anchor")
  void missingEnd() {
    var last = entries.removeLast();
    contents.removeLast();
    var anchored = new ChainTip.Anchored(3, last.hash(), "root", Given.NOON);
    var head = new ChainTip(last.caseId(), 3, last.hash(), null, null);

    assertThat(walk(null, head)).returns(3L, Verification::firstInvalid);
    assertThat(walk(anchored, null)).returns(3L, Verification::firstInvalid);
    assertThat(walk()).returns(true, Verification::valid);
  }

  @Test
  @DisplayName("gives the same value another seal each time, so that seals cannot be guessed")
  void salts() {
    var value = Canonical.read("\"oui\"");

    assertThat(Salted.seal(value)).isNotEqualTo(Salted.seal(value));
    assertThat(Salted.read(Salted.seal(value)).salt()).hasSize(43).matches("[A-Za-z0-9_-]+");
    assertThat(Salted.read(Salted.seal(value)).value()).isEqualTo(value);
  }

  private Verification walk() {
    return walk(null, null);
  }

  private Verification walk(ChainTip.@Nullable Anchored anchored, @Nullable ChainTip head) {
    var check = new ChainCheck(anchored, null);
    for (var i = 0; i < entries.size(); i++) {
      check.next(entries.get(i), contents.get(i), List.of());
    }
    return check.result(head);
  }
}
