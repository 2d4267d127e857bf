package org.pris.local.screen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.pris.local.client.Agency;
import org.pris.local.client.Visitor;

/** Who has to do with a case from declaration to closure: people at pages, and who is told. */
record Participants(Visitor declarant, Visitor responder, Visitor lead, Agency agency)
    implements AutoCloseable {

  /** The declarant of {@link Declared#VAL_BRISE} on a phone, the others before the board. */
  static Participants signedIn(Path folder) throws IOException {
    return new Participants(
        Visitor.signedIn("declarant2", Visitor.Device.PHONE, "/"),
        Visitor.signedIn("responder1", Visitor.Device.WIDE, "/cases"),
        Visitor.signedIn("lead1", Visitor.Device.WIDE, "/cases"),
        Agency.subscribed(folder));
  }

  List<Visitor> visitors() {
    return List.of(declarant, responder, lead);
  }

  @Override
  public void close() {
    agency.unsubscribe();
    visitors().forEach(Visitor::close);
  }
}
