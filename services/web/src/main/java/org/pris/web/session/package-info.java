/** The session of a browser: its cookie, its tokens, its end. */
@NullMarked
package org.pris.web.session;

import org.jspecify.annotations.NullMarked;
