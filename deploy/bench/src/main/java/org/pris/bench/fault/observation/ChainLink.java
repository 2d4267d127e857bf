package org.pris.bench.fault.observation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry of a timeline, checked by itself while it is read; what only its neighbours can say is
 * left to {@link Chains}.
 *
 * @param missing which of its members are not there any more
 * @param redacted what it says was removed from entries of its chain, where it is one that does
 * @param faults what is wrong with it alone
 */
public record ChainLink(
    String theCase,
    long seq,
    String eventId,
    String type,
    String hash,
    String previousHash,
    Set<Gone> missing,
    Set<Gone> redacted,
    List<String> faults) {

  /** A member of the entry with that number. */
  public record Gone(long seq, String member) {}

  private static final List<String> MEMBERS = List.of("author", "text", "data");

  /**
   * @param content what the entry seals; null where it is missing
   */
  public static ChainLink of(Document entry, @Nullable Document content) {
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
    var seq = StoredState.number(entry, "seq");
    var type = head.path("type").asString("");
    Set<Gone> missing = new HashSet<>();
    Set<Gone> redacted = new HashSet<>();
    if (content == null) {
      faults.add("its content is missing");
    } else {
      for (var member : MEMBERS) {
        var salted = content.getString(member);
        if (salted == null) {
          missing.add(new Gone(seq, member));
        } else {
          sealed(faults, head, member, salted);
        }
      }
      if (type.startsWith("entry.redacted.")) {
        redacted.addAll(redacted(content.getString("data")));
      }
    }
    return new ChainLink(
        String.valueOf(entry.get("caseId")),
        seq,
        String.valueOf(entry.get("eventId")),
        type,
        entry.getString("hash"),
        head.path("previousHash").asString(""),
        missing,
        redacted,
        faults);
  }

  private static void same(List<String> faults, String field, JsonNode head, Document entry) {
    if (!head.path(field).asString("").equals(String.valueOf(entry.get(field)))) {
      faults.add("its " + field + " is not that of its head");
    }
  }

  private static void sealed(List<String> faults, JsonNode head, String member, String salted) {
    var pair = JsonMapper.shared().readTree(salted);
    var seal = Canonical.sha256(Canonical.form(pair));
    if (!pair.isArray() || pair.size() != 2 || !pair.path(0).isString()) {
      faults.add("its " + member + " is no pair of salt and value");
    }
    if (!seal.equals(head.path("seals").path(member).asString(""))) {
      faults.add("its " + member + " is not what was sealed");
    }
  }

  private static Set<Gone> redacted(@Nullable String salted) {
    Set<Gone> redacted = new HashSet<>();
    if (salted != null) {
      var order = JsonMapper.shared().readTree(salted).path(1);
      var seq = order.path("seq").asLong();
      order.path("members").forEach(it -> redacted.add(new Gone(seq, it.asString(""))));
    }
    return redacted;
  }
}
