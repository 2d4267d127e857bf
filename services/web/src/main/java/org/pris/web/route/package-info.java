/** Handing requests on to the services. */
@NullMarked
package org.pris.web.route;

import org.jspecify.annotations.NullMarked;
