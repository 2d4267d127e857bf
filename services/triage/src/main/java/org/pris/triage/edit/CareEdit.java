package org.pris.triage.edit;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Care;
import org.pris.contracts.CareLine;
import org.pris.contracts.CareLineCode;
import org.pris.platform.problem.InstantRules;
import org.pris.platform.problem.Invalid;
import org.pris.triage.CareModes;
import org.pris.triage.Case;
import org.pris.triage.command.CaseEdit.ChangeCare;
import org.pris.triage.command.CaseEdit.Line;

/** How care goes on after an edit: what nobody touched stays. */
final class CareEdit {

  private CareEdit() {}

  static Care of(Case before, ChangeCare edit, Instant now) {
    var care = before.care();
    var lines = edit.lines() == null ? care.lines() : lines(before, edit.lines(), now);
    var mode = Objects.requireNonNullElse(edit.careMode(), care.careMode());
    return new Care(
        Objects.requireNonNullElse(edit.patientHarm(), care.patientHarm()),
        CareModes.atLeast(mode, lines),
        changed(edit.plannedWhite(), care.plannedWhite()),
        changed(edit.cancelledOperations(), care.cancelledOperations()),
        changed(edit.transfers(), care.transfers()),
        lines,
        now);
  }

  private static List<CareLine> lines(Case before, List<Line> touched, Instant now) {
    var all = new LinkedHashMap<CareLineCode, CareLine>();
    before.care().lines().forEach(it -> all.put(it.line(), it));
    var seen = new HashMap<CareLineCode, Line>();
    for (var i = 0; i < touched.size(); i++) {
      var line = touched.get(i);
      var field = "lines[" + i + "].";
      if (seen.put(line.line(), line) != null) {
        throw new Invalid(field + "line", "stands there twice");
      }
      possible(field, line, before, now);
      all.put(line.line(), line.told());
    }
    return List.copyOf(all.values());
  }

  private static void possible(String field, Line line, Case before, Instant now) {
    InstantRules.past(field + "since", line.since(), now);
    InstantRules.notBefore(field + "expectedReturn", line.expectedReturn(), line.since());
    InstantRules.soon(field + "expectedReturn", line.expectedReturn(), now);
    var affected = before.affected();
    if (affected.size() == 1 && affected.getFirst().finess().equals(line.divertedTo())) {
      throw new Invalid(field + "divertedTo", "must be another establishment");
    }
  }

  @SuppressWarnings("NullableOptional")
  private static <T> @Nullable T changed(@Nullable Optional<T> said, @Nullable T before) {
    return said == null ? before : said.orElse(null);
  }
}
