/** MongoDB: waiting for it at start, timeouts, reference numbers, secrets sealed at rest. */
@NullMarked
package org.pris.platform.store;

import org.jspecify.annotations.NullMarked;
