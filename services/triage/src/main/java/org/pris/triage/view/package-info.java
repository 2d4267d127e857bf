/** A case as each reader may see it. */
@NullMarked
package org.pris.triage.view;

import org.jspecify.annotations.NullMarked;
