package org.pris.timeline.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.TimelineEvent.EntryKind;
import org.pris.platform.web.IdempotencyKey;
import org.pris.timeline.Given;
import org.pris.timeline.chain.Verification.Fault;
import org.pris.timeline.chain.Verification.HeldOutside;
import org.pris.timeline.entry.Content;
import org.pris.timeline.entry.Entry;
import org.pris.timeline.recording.AuthoredEntry;
import org.pris.timeline.recording.Note;

@DisplayName("A walk along a chain of which copies are held outside")
class ReceiptCheckTest {

  static final UUID CASE = UUID.randomUUID();
  static final Instant NIGHT = Instant.parse("2026-11-25T02:00:00Z");

  final List<Receipt> receipts = new ArrayList<>();
  final List<Content> contents = new ArrayList<>();
  final List<Entry> entries = chain("Un", "Deux", "Trois");

  @Test
  @DisplayName("says nothing of it while nothing is held")
  void nothingHeld() {
    assertThat(walk()).returns(true, Verification::valid).returns(null, Verification::heldOutside);
  }

  @Test
  @DisplayName("says up to which entry it is held and since when, in whatever order it was told")
  void held() {
    hold(2, entries.get(1).hash(), NIGHT.plusSeconds(20));
    hold(2, entries.get(1).hash(), NIGHT.plusSeconds(10));
    hold(1, entries.get(0).hash(), NIGHT.plusSeconds(90));

    assertThat(walk())
        .returns(true, Verification::valid)
        .returns(new HeldOutside(2, NIGHT.plusSeconds(10), null), Verification::heldOutside);
  }

  @Test
  @DisplayName("finds the first entry that is another one outside, though the chain is sound")
  void rewritten() {
    entries.forEach(it -> hold(it.seq(), it.hash(), NIGHT));
    entries.subList(1, 3).clear();
    contents.subList(1, 3).clear();
    entries.addAll(chain(entries.getFirst(), "Deux bis", "Trois"));

    assertThat(walk())
        .returns(false, Verification::valid)
        .returns(2L, Verification::firstInvalid)
        .returns(Fault.COPY_DIFFERS, Verification::fault)
        .returns(new HeldOutside(3, NIGHT, 2L), Verification::heldOutside);
  }

  @Test
  @DisplayName("is not appeased by a later copy that agrees")
  void contradicted() {
    hold(2, "another", NIGHT);
    hold(2, entries.get(1).hash(), NIGHT);
    hold(3, entries.get(2).hash(), NIGHT);

    assertThat(walk())
        .returns(2L, Verification::firstInvalid)
        .returns(new HeldOutside(3, NIGHT, 2L), Verification::heldOutside);
  }

  @Test
  @DisplayName("finds an end that is missing here and is held outside")
  void missingEnd() {
    hold(3, entries.removeLast().hash(), NIGHT);

    assertThat(walk())
        .returns(3L, Verification::firstInvalid)
        .returns(Fault.ENTRY_MISSING, Verification::fault)
        .returns(new HeldOutside(3, NIGHT, 3L), Verification::heldOutside);
  }

  @Test
  @DisplayName("finds a whole chain missing that is held outside")
  void missingWhole() {
    hold(3, entries.getLast().hash(), NIGHT);
    entries.clear();

    assertThat(walk()).returns(1L, Verification::firstInvalid);
  }

  private List<Entry> chain(String... texts) {
    return chain(null, texts);
  }

  private List<Entry> chain(@org.jspecify.annotations.Nullable Entry last, String... texts) {
    var chain = new ArrayList<Entry>();
    var end = last;
    for (var text : texts) {
      var note = new Note(EntryKind.FACT, null, text, null, null, null, null, null, null);
      var key = new IdempotencyKey(UUID.randomUUID(), "digest");
      var content = new AuthoredEntry(CASE, false, Given.RESPONDER, key, Given.NOON).content(note);
      end = Entry.after(end, content, Given.NOON);
      contents.add(content);
      chain.add(end);
    }
    return chain;
  }

  private void hold(long seq, String hash, Instant at) {
    receipts.add(new Receipt(UUID.randomUUID(), CASE, seq, hash, UUID.randomUUID(), at));
  }

  private Verification walk() {
    var farthest =
        receipts.stream()
            .max(
                Comparator.comparingLong(Receipt::seq)
                    .thenComparing(Receipt::acceptedAt, Comparator.reverseOrder()))
            .orElse(null);
    var check = new ChainCheck(null, farthest);
    for (var i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      check.next(
          entry, contents.get(i), receipts.stream().filter(it -> it.seq() == entry.seq()).toList());
    }
    return check.result(null);
  }
}
