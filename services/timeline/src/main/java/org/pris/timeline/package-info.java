/**
 * Every event of a case, of all four topics, and every note, in order and chained by hash: nobody
 * changes a line quietly, and what must be removed is removed without breaking the chain.
 */
@NullMarked
package org.pris.timeline;

import org.jspecify.annotations.NullMarked;
