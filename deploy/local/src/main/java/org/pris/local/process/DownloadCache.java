package org.pris.local.process;

import java.nio.file.Path;

/** What is large, the same for every checkout, and can be had again: outside of the project. */
public final class DownloadCache {

  private DownloadCache() {}

  public static Path folder(String name) {
    var base = System.getenv("XDG_CACHE_HOME");
    var caches =
        base == null || base.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(base);
    return caches.resolve("pris").resolve(name);
  }
}
