/** What can be seen of the system from outside: answers, topics, databases, deliveries. */
@NullMarked
package org.pris.bench.fault.observation;

import org.jspecify.annotations.NullMarked;
