/** What cases learn from topics. */
@NullMarked
package org.pris.triage.listener;

import org.jspecify.annotations.NullMarked;
