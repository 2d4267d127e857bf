/**
 * What services say to each other: one sealed interface of event records per topic, and the words
 * that several services share. Depends on Jackson's annotations only.
 *
 * <p>A field may be added (nullable) to a record and to its golden file; anything else is a new
 * type with the next version in its name.
 */
@NullMarked
package org.pris.contracts;

import org.jspecify.annotations.NullMarked;
