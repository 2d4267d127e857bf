/** What people may ask of a case, as it comes over HTTP. */
@NullMarked
package org.pris.triage.command;

import org.jspecify.annotations.NullMarked;
