/** The live board: what happens, as it happens. */
@NullMarked
package org.pris.triage.board;

import org.jspecify.annotations.NullMarked;
