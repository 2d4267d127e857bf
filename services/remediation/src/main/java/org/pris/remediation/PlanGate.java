package org.pris.remediation;

import java.util.List;
import java.util.UUID;

/** A playbook's gate in a plan: closed until the tasks it needs are done or waived. */
record PlanGate(
    String playbook, String key, Text name, Text why, List<UUID> needs, List<UUID> before) {}
