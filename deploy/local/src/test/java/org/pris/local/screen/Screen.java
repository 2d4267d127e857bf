package org.pris.local.screen;

import static org.pris.local.client.Wording.fr;

import java.util.function.Consumer;
import org.pris.local.client.Visitor;

/**
 * Where somebody goes, and what is there when the page is whole.
 *
 * @param who empty: a responder, another one for each device
 */
record Screen(String name, String who, String path, Consumer<Visitor> whole) {

  /** Whole where these words stand. */
  static Screen of(String name, String who, String path, String words) {
    return new Screen(name, who, path, it -> it.page().getByText(fr(words)).first().waitFor());
  }
}
