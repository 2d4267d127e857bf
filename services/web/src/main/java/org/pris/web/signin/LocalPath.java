package org.pris.web.signin;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go after sign-in: a path of ours and nothing else, or the way out leads elsewhere. */
public final class LocalPath {

  /** One slash first, not two; no backslash, no control character, no colon before a query. */
  private static final Pattern OURS =
      Pattern.compile("/(?![/\\\\])[A-Za-z0-9/_.~%@-]*(\\?[^\\s\\\\#]*)?");

  /** What somebody before or behind us may unfold: empty and dotted parts, slashes in disguise. */
  private static final Pattern FOLDED = Pattern.compile("[^?]*(//|/\\.|%2[fF]|%5[cC]|%[01]).*");

  private static final int LONGEST = 500;

  private LocalPath() {}

  public static Optional<String> of(@Nullable String asked) {
    return Optional.ofNullable(asked)
        .filter(it -> it.length() <= LONGEST && OURS.matcher(it).matches())
        .filter(it -> !FOLDED.matcher(it).matches())
        .filter(it -> !it.startsWith("/sign-") && !it.startsWith("/api/"));
  }
}
