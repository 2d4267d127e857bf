package org.pris.bench.fault;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry of a timeline, checked by itself while it is read; what only its neighbours can say is
 * left to {@link Chains}.
 *
 * @param faults what is wrong with it alone
 */
record Link(
    String theCase,
    long seq,
    String eventId,
    String type,
    String hash,
    String previousHash,
    List<String> faults) {

  private static final List<String> MEMBERS = List.of("author", "text", "data");

  /**
   * @param content what the entry seals; null where it is missing
   */
  static Link of(Document entry, @Nullable Document content) {
    List<String> faults = new ArrayList<>();
    var form = entry.getString("head");
    var head = JsonMapper.shared().readTree(form);
    if (!Canonical.form(head).equals(form)) {
      faults.add("its head is not in canonical form");
    }
    if (!Canonical.sha256(form).equals(entry.getString("hash"))) {
      faults.add("its hash is not that of its head");
    }
    same(faults, "caseId", head, entry);
    same(faults, "seq", head, entry);
    same(faults, "eventId", head, entry);
    if (content == null) {
      faults.add("its content is missing");
    } else {
      MEMBERS.forEach(it -> sealed(faults, head, it, content.getString(it)));
    }
    return new Link(
        String.valueOf(entry.get("caseId")),
        Stored.number(entry, "seq"),
        String.valueOf(entry.get("eventId")),
        head.path("type").asString(""),
        entry.getString("hash"),
        head.path("previousHash").asString(""),
        faults);
  }

  private static void same(List<String> faults, String field, JsonNode head, Document entry) {
    if (!head.path(field).asString("").equals(String.valueOf(entry.get(field)))) {
      faults.add("its " + field + " is not that of its head");
    }
  }

  /** A member that was redacted has nothing left to check. */
  private static void sealed(
      List<String> faults, JsonNode head, String member, @Nullable String salted) {
    if (salted == null) {
      return;
    }
    var pair = JsonMapper.shared().readTree(salted);
    var seal = Canonical.sha256(Canonical.form(pair));
    if (!pair.isArray() || pair.size() != 2 || !pair.path(0).isString()) {
      faults.add("its " + member + " is no pair of salt and value");
    }
    if (!seal.equals(head.path("seals").path(member).asString(""))) {
      faults.add("its " + member + " is not what was sealed");
    }
  }
}
