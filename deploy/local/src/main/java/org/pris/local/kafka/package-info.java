/** The local broker, and the step that creates topics and rights on any broker. */
@NullMarked
package org.pris.local.kafka;

import org.jspecify.annotations.NullMarked;
