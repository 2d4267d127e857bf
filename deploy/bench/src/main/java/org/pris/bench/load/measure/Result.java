package org.pris.bench.load.measure;

import java.time.Instant;
import java.util.List;

/**
 * What one bench found, as it is written to {@code target/results}.
 *
 * @param brief only to see that it works: its figures are worth nothing
 * @param notes what a reader has to know to read the figures rightly
 */
public record Result(
    String bench,
    String title,
    Instant at,
    boolean brief,
    Machine machine,
    List<Measure> measures,
    List<Usage> usage,
    List<String> notes) {}
