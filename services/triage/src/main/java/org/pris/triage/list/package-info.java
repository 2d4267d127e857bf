/** Lists of cases, each view asked only by its own fields. */
@NullMarked
package org.pris.triage.list;

import org.jspecify.annotations.NullMarked;
