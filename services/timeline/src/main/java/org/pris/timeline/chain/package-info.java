/** The chain of a case: appending, reading, verifying and anchoring it. */
@NullMarked
package org.pris.timeline.chain;

import org.jspecify.annotations.NullMarked;
