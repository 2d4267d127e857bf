/** What becomes an entry: events of every topic, notes and redactions. */
@NullMarked
package org.pris.timeline.recording;

import org.jspecify.annotations.NullMarked;
