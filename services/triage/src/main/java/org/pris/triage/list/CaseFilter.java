package org.pris.triage.list;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Establishment;
import org.pris.contracts.IncidentType;
import org.pris.contracts.Severity;
import org.pris.triage.command.CaseEdit;

/**
 * Which cases to list; several values of one parameter are alternatives.
 *
 * @param status without one only open cases
 * @param severity decided, or presumed until then
 * @param department French département, two or three characters
 * @param establishment FINESS number
 * @param assignee subject or username, among people or lead
 * @param q words of the reference and of the establishment's name, beginnings suffice
 * @param sort urgency (patient harm, severity, nearest clock), opened, changed or reference (newest
 *     first); only the last shows a lead the headlines of restricted cases
 */
public record CaseFilter(
    List<CaseStatus> status,
    List<Severity> severity,
    List<IncidentType> type,
    List<@Pattern(regexp = "[0-9AB]{2,3}") String> department,
    List<@Pattern(regexp = Establishment.FINESS) String> establishment,
    List<@Pattern(regexp = CaseEdit.PERSON) String> assignee,
    @Nullable UUID campaign,
    @Size(max = 100) @Nullable String q,
    @Nullable Sorting sort,
    @Nullable String after,
    @Nullable Integer limit) {

  public CaseFilter {
    status = given(status);
    severity = given(severity);
    type = given(type);
    department = given(department);
    establishment = given(establishment);
    assignee = given(assignee);
  }

  /** A parameter that is not there asks for nothing, nor does one that is empty. */
  private static <T> List<T> given(@Nullable List<T> values) {
    return values == null ? List.of() : values.stream().filter(Objects::nonNull).toList();
  }

  /** The orders a list may have. */
  enum Sorting {
    urgency,
    opened,
    changed,
    reference
  }

  /** By the subjects of these. */
  CaseFilter assignedTo(List<String> subjects) {
    return new CaseFilter(
        status,
        severity,
        type,
        department,
        establishment,
        subjects,
        campaign,
        q,
        sort,
        after,
        limit);
  }

  /** The parameters that are given, by name. */
  List<String> used() {
    var used = new ArrayList<String>();
    note("status", status, used);
    note("severity", severity, used);
    note("type", type, used);
    note("department", department, used);
    note("establishment", establishment, used);
    note("assignee", assignee, used);
    note("campaign", campaign, used);
    note("q", q, used);
    return used;
  }

  private static void note(String name, @Nullable Object value, List<String> used) {
    if (value != null && !(value instanceof List<?> many && many.isEmpty())) {
      used.add(name);
    }
  }
}
