/** The HTTP entry to one case: load, decide, write once. */
@NullMarked
package org.pris.triage.api;

import org.jspecify.annotations.NullMarked;
