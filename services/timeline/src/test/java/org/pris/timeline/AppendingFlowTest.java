package org.pris.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pris.timeline.Given.DECLARANT;
import static org.pris.timeline.Given.RESPONDER;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.DeclarationEvent.DeclarationSubmitted;
import org.pris.contracts.TimelineEvent.EntryKind;
import org.pris.contracts.TimelineEvent.NoteWritten;
import org.pris.contracts.Topics;
import org.pris.platform.outbox.Change;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.pris.platform.web.IdempotencyKey;
import org.pris.timeline.chain.Chain;
import org.pris.timeline.chain.ChainTips;
import org.pris.timeline.chain.Contents;
import org.pris.timeline.chain.Entries;
import org.pris.timeline.entry.ChainTip;
import org.pris.timeline.entry.Entry;
import org.pris.timeline.entry.EntryHeader;
import org.pris.timeline.entry.Salted;
import org.pris.timeline.recording.AuthoredEntry;
import org.pris.timeline.recording.Note;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

@FlowTest
@DisplayName("Appending")
class AppendingFlowTest {

  @Autowired Published published;

  @Autowired Contents contents;

  @Autowired Chain chain;

  @Autowired Entries entries;

  @Autowired ChainTips heads;

  @Autowired MongoOperations mongo;

  final Given given = Given.aCase();

  @Test
  @DisplayName("leaves no gap and no fork where many write at once, the same event among them")
  void concurrentAppenders() throws Exception {
    var some =
        IntStream.range(0, 30)
            .mapToObj(i -> authored().content(note("Ligne " + i)))
            .map(it -> contents.keep(Change.silent(it)))
            .toList();

    try (var threads = Executors.newFixedThreadPool(4)) {
      var appended =
          IntStream.range(0, 4)
              .mapToObj(_ -> threads.submit(() -> some.forEach(chain::append)))
              .toList();
      for (var one : appended) {
        one.get();
      }
    }

    var stored = entries.from(given.id(), 0, 100);
    assertThat(stored).hasSize(30);
    assertThat(stored)
        .extracting(Entry::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 30).boxed().toList());
    assertThat(stored).extracting(Entry::eventId).doesNotHaveDuplicates();
    assertThat(heads.of(given.id()).orElseThrow().seq()).isEqualTo(30);
  }

  @Test
  @DisplayName("ends by itself what a crash left between a note's content and its entry")
  void crashBeforeEntry() {
    var authored = authored();
    var note = note("Consigné juste avant la panne");
    var told =
        new NoteWritten(
            given.id(), note.kind(), note.audience(), note.tlp(), Given.NOON, note.corrects());

    contents.keep(authored.change(authored.content(note), told));

    await().until(() -> entries.ofEvent(given.id(), authored.id()).isPresent());
    var entry = entries.ofEvent(given.id(), authored.id()).orElseThrow();
    var content = contents.find(authored.id()).orElseThrow();
    assertThat(Salted.read(String.valueOf(content.text())).value().asString())
        .isEqualTo("Consigné juste avant la panne");
    assertThat(EntryHeader.read(entry.head()).seals()).isEqualTo(content.seals());
  }

  @Test
  @DisplayName("the same event again only brings the head up to where the chain ends")
  void headBehind() {
    var event = given.event(DECLARANT, new DeclarationSubmitted(given.declaration("Une fois")));
    published.send(Topics.DECLARATIONS, event);
    await().until(() -> heads.of(given.id()).isPresent());

    mongo.remove(query(where("_id").is(given.id())), "heads");
    published.send(Topics.DECLARATIONS, event);

    await().until(() -> heads.of(given.id()).isPresent());
    assertThat(heads.of(given.id()).orElseThrow()).returns(1L, ChainTip::seq);
    assertThat(entries.from(given.id(), 0, 10)).hasSize(1);
  }

  private AuthoredEntry authored() {
    return new AuthoredEntry(
        given.id(), false, RESPONDER, new IdempotencyKey(UUID.randomUUID(), "digest"), Given.NOON);
  }

  private static Note note(String text) {
    return new Note(EntryKind.FACT, null, text, null, null, null, null, null, null);
  }
}
