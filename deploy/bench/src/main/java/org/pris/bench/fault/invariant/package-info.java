/** What must hold after a fault run, checked against what was observed. */
@NullMarked
package org.pris.bench.fault.invariant;

import org.jspecify.annotations.NullMarked;
