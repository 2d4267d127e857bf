/** What intake promises. */
@NullMarked
package org.pris.intake;

import org.jspecify.annotations.NullMarked;
