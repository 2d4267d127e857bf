/** Who calls, and who may see which case. */
@NullMarked
package org.pris.platform.access;

import org.jspecify.annotations.NullMarked;
