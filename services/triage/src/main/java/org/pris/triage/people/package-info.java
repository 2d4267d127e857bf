/** Whom cases may name: their subjects, usernames and names. */
@NullMarked
package org.pris.triage.people;

import org.jspecify.annotations.NullMarked;
