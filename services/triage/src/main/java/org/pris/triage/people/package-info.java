/** Who responds to incidents, and their names. */
@NullMarked
package org.pris.triage.people;

import org.jspecify.annotations.NullMarked;
