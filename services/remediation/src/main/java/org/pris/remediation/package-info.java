/**
 * Playbooks, and the plan of each case: its tasks by phase, with dependencies and gates, and the
 * gestures of the first hour that the establishment answers.
 */
@NullMarked
package org.pris.remediation;

import org.jspecify.annotations.NullMarked;
