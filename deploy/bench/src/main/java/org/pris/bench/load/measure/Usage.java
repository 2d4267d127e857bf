package org.pris.bench.load.measure;

/**
 * What one process used while it was measured.
 *
 * @param cpuSeconds user and system time within the measure
 * @param residentMb resident memory at its end, shared pages counted in each process
 * @param proportionalMb the same with shared pages divided among those that share them
 */
public record Usage(String process, double cpuSeconds, double residentMb, double proportionalMb) {}
