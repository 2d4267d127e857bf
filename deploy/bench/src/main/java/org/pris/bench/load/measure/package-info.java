/** Samples, figures and what a process used. */
@NullMarked
package org.pris.bench.load.measure;

import org.jspecify.annotations.NullMarked;
