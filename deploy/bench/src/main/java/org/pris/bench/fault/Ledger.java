package org.pris.bench.fault;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.pris.local.Answer;

/** What the clients were answered: all that the system has promised. */
final class Ledger {

  /**
   * A note that was acknowledged.
   *
   * @param eventId of the entry that the answer showed
   */
  record Note(String theCase, String eventId) {}

  /** The references by the id that was answered 201. */
  private final Map<String, String> declared = new ConcurrentHashMap<>();

  /** The same key answered twice with another id. */
  private final Queue<String> contradictions = new ConcurrentLinkedQueue<>();

  private final Map<String, String> byKey = new ConcurrentHashMap<>();

  private final Set<Note> notes = ConcurrentHashMap.newKeySet();

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  void declared(String key, String id, String reference) {
    declared.put(id, reference);
    var earlier = byKey.putIfAbsent(key, id);
    if (earlier != null && !earlier.equals(id)) {
      contradictions.add("key " + key + " answered " + earlier + " and " + id);
    }
  }

  void noted(String theCase, String eventId) {
    notes.add(new Note(theCase, eventId));
  }

  void count(String what) {
    counts.computeIfAbsent(what, _ -> new LongAdder()).increment();
  }

  long counted(String what) {
    var count = counts.get(what);
    return count == null ? 0 : count.sum();
  }

  /** An act, under its kind where it was carried out, else apart. */
  void acted(String kind, Answer answer) {
    count(answer.isGood() ? kind : kind + " answered " + answer.status());
  }

  Map<String, String> declared() {
    return declared;
  }

  Set<Note> notes() {
    return notes;
  }

  List<String> contradictions() {
    return List.copyOf(contradictions);
  }

  Map<String, LongAdder> counts() {
    return counts;
  }
}
