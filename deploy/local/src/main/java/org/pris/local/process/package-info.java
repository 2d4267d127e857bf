/** Processes on this machine: options, folders, ports, starting, supervising and stopping. */
@NullMarked
package org.pris.local.process;

import org.jspecify.annotations.NullMarked;
