/** Kafka: reading events, retries and dead letters, topics, health. */
@NullMarked
package org.pris.platform.kafka;

import org.jspecify.annotations.NullMarked;
