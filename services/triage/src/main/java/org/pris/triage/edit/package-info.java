/** What an edit makes of a case, without moving it to another status. */
@NullMarked
package org.pris.triage.edit;

import org.jspecify.annotations.NullMarked;
