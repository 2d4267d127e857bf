package org.pris.platform.store;

import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;

/** Tells which unique key was taken: MongoDB says it in its message alone. */
public final class DuplicateKeys {

  private static final Pattern ID = Pattern.compile("\\bindex: _id_?(?= )");

  private DuplicateKeys() {}

  /** Whether the document itself is there already, and not another one with the same key. */
  public static boolean isOfId(DuplicateKeyException taken) {
    return ID.matcher(String.valueOf(taken.getMessage())).find();
  }
}
