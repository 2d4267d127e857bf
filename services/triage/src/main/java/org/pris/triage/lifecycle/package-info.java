/** The table of statuses, its guards, and what a transition makes of a case. */
@NullMarked
package org.pris.triage.lifecycle;

import org.jspecify.annotations.NullMarked;
