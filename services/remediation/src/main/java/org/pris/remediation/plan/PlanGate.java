package org.pris.remediation.plan;

import java.util.List;
import java.util.UUID;
import org.pris.remediation.playbook.LocalizedText;

/** A playbook's gate in a plan: closed until the tasks it needs are done or waived. */
record PlanGate(
    String playbook,
    String key,
    LocalizedText name,
    LocalizedText why,
    List<UUID> needs,
    List<UUID> before) {}
