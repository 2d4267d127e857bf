/** One case taken into another, and parted from it again. */
@NullMarked
package org.pris.triage.merge;

import org.jspecify.annotations.NullMarked;
