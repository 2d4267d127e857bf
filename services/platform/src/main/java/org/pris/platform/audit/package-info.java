/** Who read what of a case, and what administrators changed. */
@NullMarked
package org.pris.platform.audit;

import org.jspecify.annotations.NullMarked;
