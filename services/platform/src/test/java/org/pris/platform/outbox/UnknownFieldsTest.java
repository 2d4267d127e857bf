package org.pris.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Fields of a newer build")
class UnknownFieldsTest {

  private static Document document(String json) {
    return Document.parse(json);
  }

  private static Document kept(String fresh, String known, String stored) {
    return UnknownFields.kept(document(fresh), document(known), document(stored));
  }

  @Test
  @DisplayName("survive in a part whose other fields change or go")
  void nested() {
    assertThat(
            kept(
                "{care: {mode: 'B'}}",
                "{care: {mode: 'A', note: 'x'}}",
                "{care: {mode: 'A', note: 'x', newer: {deep: 1}}}"))
        .isEqualTo(document("{care: {mode: 'B', newer: {deep: 1}}}"));
  }

  @Test
  @DisplayName("survive in elements of a list, which are told by what they say or by their id")
  void lists() {
    assertThat(
            kept(
                "{lines: [{id: 3, name: 'new'}, {id: 2, name: 'changed'}, {name: 'same'}]}",
                "{lines: [{name: 'same'}, {id: 2, name: 'b'}, {id: 9, name: 'gone'}]}",
                "{lines: [{name: 'same', newer: 1}, {id: 2, name: 'b', newer: 2},"
                    + " {id: 9, name: 'gone', newer: 3}]}"))
        .isEqualTo(
            document(
                "{lines: [{id: 3, name: 'new'}, {id: 2, name: 'changed', newer: 2},"
                    + " {name: 'same', newer: 1}]}"));
  }

  @Test
  @DisplayName("go with the part that is taken away, and with one that is of another kind now")
  void gone() {
    assertThat(kept("{}", "{care: {mode: 'A'}}", "{care: {mode: 'A', newer: 1}}"))
        .isEqualTo(new Document());
    assertThat(
            kept(
                "{state: {_class: 'b', at: 1}}",
                "{state: {_class: 'a', at: 1}}",
                "{state: {_class: 'a', at: 1, newer: 1}}"))
        .isEqualTo(document("{state: {_class: 'b', at: 1}}"));
  }

  @Test
  @DisplayName("do not bring back what was taken away from a map or a list")
  void removed() {
    assertThat(
            kept(
                "{map: {a: 1}, list: [1]}",
                "{map: {a: 1, b: 2}, list: [1, 2]}",
                "{map: {a: 1, b: 2}, list: [1, 2]}"))
        .isEqualTo(new Document("map", new Document("a", 1)).append("list", List.of(1)));
  }
}
