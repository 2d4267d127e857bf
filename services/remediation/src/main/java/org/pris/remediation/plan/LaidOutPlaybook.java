package org.pris.remediation.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a playbook was laid out, or was found laid out already.
 *
 * @param engagement that asked, 0 for the opening of the case; null where a responder did
 */
record LaidOutPlaybook(@Nullable Integer engagement, String playbook, Instant at) {}
