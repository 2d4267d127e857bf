/** HTTP: problem+json answers, rate limits, idempotency keys, paging, API documents. */
@NullMarked
package org.pris.platform.web;

import org.jspecify.annotations.NullMarked;
