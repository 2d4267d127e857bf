/** Declarations: what must be said, who may send and read it, and every version of it. */
@NullMarked
package org.pris.intake.declaration;

import org.jspecify.annotations.NullMarked;
