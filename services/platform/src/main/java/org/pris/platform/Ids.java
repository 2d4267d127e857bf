package org.pris.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** Ids derived from what they stand for (UUIDv5, RFC 9562), so that a repeat derives the same. */
public final class Ids {

  private static final UUID PRIS = UUID.fromString("6f0f3c5e-5a0b-4a53-9c1c-3c1f5c0b7a11");
  private static final NameBasedGenerator GENERATOR = Generators.nameBasedGenerator(PRIS);

  private Ids() {}

  public static UUID of(Object... parts) {
    var name = Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining("\n"));
    synchronized (GENERATOR) { // it keeps one digest
      return GENERATOR.generate(name);
    }
  }
}
