package org.pris.triage.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Answer;
import org.pris.triage.deadline.Regime.Fact;

/** What the rules for deadlines may ask of a case; establishments are named by FINESS number. */
public interface DeadlineSubject {

  /** The national report that an establishment says it made. */
  record Reported(Instant at, @Nullable String reference) {}

  boolean isOpen();

  /** Whether its severity, decided or presumed, is at least MAJOR. */
  boolean isMajor();

  List<String> establishments();

  List<CaseDeadline> deadlines();

  Map<Fact, Answer> facts(String establishment);

  /** When the incident was noticed there. */
  Instant noticedAt(String establishment);

  /** When PRIS learnt of the establishment. */
  Instant learntAt(String establishment);

  /** Since when somebody knows that personal data are breached; null while nobody does. */
  @Nullable Instant breachKnownAt();

  @Nullable Reported nationalReport(String establishment);
}
