package org.pris.bench.fault.observation;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.pris.local.demo.Answer;

/** What the clients were answered: all that the system has promised. */
public final class AcceptedWrites {

  /**
   * A note that was acknowledged.
   *
   * @param eventId of the entry that the answer showed
   */
  public record Note(String theCase, String eventId) {}

  /** The references by the id that was answered 201. */
  private final Map<String, String> declared = new ConcurrentHashMap<>();

  private final Set<String> lost = ConcurrentHashMap.newKeySet();

  /** The same key answered twice with another id. */
  private final Queue<String> contradictions = new ConcurrentLinkedQueue<>();

  private final Map<String, String> byKey = new ConcurrentHashMap<>();

  private final Set<Note> notes = ConcurrentHashMap.newKeySet();

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  public void declared(String key, String id, String reference) {
    declared.put(id, reference);
    var earlier = byKey.putIfAbsent(key, id);
    if (earlier != null && !earlier.equals(id)) {
      contradictions.add("key " + key + " answered " + earlier + " and " + id);
    }
  }

  /** One that was acknowledged and told long ago, and of which no topic knows. */
  public void lost(String id, String reference) {
    declared.put(id, reference);
    lost.add(id);
  }

  /** How many declarations were answered 201. */
  public long answered() {
    return (long) declared.size() - lost.size();
  }

  public void noted(String theCase, String eventId) {
    notes.add(new Note(theCase, eventId));
  }

  public void count(String what) {
    counts.computeIfAbsent(what, _ -> new LongAdder()).increment();
  }

  public long counted(String what) {
    var count = counts.get(what);
    return count == null ? 0 : count.sum();
  }

  /** An act, under its kind where it was carried out, else apart. */
  public void acted(String kind, Answer answer) {
    count(answer.isGood() ? kind : kind + " answered " + answer.status());
  }

  public Map<String, String> declared() {
    return declared;
  }

  public Set<Note> notes() {
    return notes;
  }

  public List<String> contradictions() {
    return List.copyOf(contradictions);
  }

  public Map<String, LongAdder> counts() {
    return counts;
  }
}
