/**
 * The case from its opening to its closing: states, severity, care, legal clocks, and the live
 * board that shows them.
 */
@NullMarked
package org.pris.triage;

import org.jspecify.annotations.NullMarked;
