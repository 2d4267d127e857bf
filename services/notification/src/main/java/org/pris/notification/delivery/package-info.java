/** Deliveries: what is told to whom, in which order, signed, and when it is tried again. */
@NullMarked
package org.pris.notification.delivery;

import org.jspecify.annotations.NullMarked;
