/** The live board: one stream for each browser. */
@NullMarked
package org.pris.web.board;

import org.jspecify.annotations.NullMarked;
