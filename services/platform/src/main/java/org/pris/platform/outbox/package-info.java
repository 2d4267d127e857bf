/** Aggregates: one document holds the state and the events still to be published. */
@NullMarked
package org.pris.platform.outbox;

import org.jspecify.annotations.NullMarked;
