/** One entry: its header, its sealed fields, and the canonical form that is hashed. */
@NullMarked
package org.pris.timeline.entry;

import org.jspecify.annotations.NullMarked;
