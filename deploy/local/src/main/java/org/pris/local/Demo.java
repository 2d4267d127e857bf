package org.pris.local;

import java.util.function.Consumer;

/** Plays the stories. */
final class Demo {

  private Demo() {}

  static void play(Stack stack, Consumer<String> console) {
    console.accept("no stories yet at " + stack.urls().web());
  }
}
