package org.pris.local.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.pris.local.process.Folders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the pages say, from the very files that they say it from. */
public final class Wording {

  private static final Map<String, String> FRENCH = read("fr");

  private static final Map<String, String> ENGLISH = read("en");

  private Wording() {}

  public static String fr(String key) {
    return of(FRENCH, key);
  }

  public static String en(String key) {
    return of(ENGLISH, key);
  }

  private static String of(Map<String, String> words, String key) {
    var text = words.get(key);
    if (text == null) {
      throw new IllegalArgumentException("The pages have no words called " + key);
    }
    return text;
  }

  /** With its one placeholder filled. */
  public static String fr(String key, String name, String value) {
    return fr(key).replace("{" + name + "}", value);
  }

  /** Up to its first placeholder. */
  public static String beginning(String key) {
    return fr(key).split("\\{", 2)[0];
  }

  private static Map<String, String> read(String language) {
    var folder = Folders.thisProject().resolve("services/web/ui/src/words");
    var words = new TreeMap<String, String>();
    try (var files = Files.newDirectoryStream(folder, "*." + language + ".json")) {
      for (var file : files) {
        JsonNode all = JsonMapper.shared().readTree(Files.readString(file));
        all.properties().forEach(it -> words.put(it.getKey(), it.getValue().asString()));
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
