/** What people do during a fault run, as the load sends it. */
@NullMarked
package org.pris.bench.fault.act;

import org.jspecify.annotations.NullMarked;
