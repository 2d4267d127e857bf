/** The plan of a case: its tasks, phases and gates, and who may do what. */
@NullMarked
package org.pris.remediation.plan;

import org.jspecify.annotations.NullMarked;
