package org.pris.local.keycloak;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * Reads a realm from its file and those laid over it: a later file's settings replace, its clients,
 * users and groups are added. {@code ${PRIS_…}} is replaced by the value of that name; a name
 * without a value is refused, or its placeholder would become the secret. Unknown keys are refused
 * too: a misspelt hardening is none.
 */
public final class RealmStepFile extends StdScalarDeserializer<String> {
  private static final long serialVersionUID = 1L;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(PRIS_[A-Z_]+)}");

  private final transient Map<String, String> values;

  private RealmStepFile(Map<String, String> values) {
    super(String.class);
    this.values = values;
  }

  public static RealmRepresentation read(List<Path> files, Map<String, String> values)
      throws IOException {
    var json =
        new ObjectMapper()
            .registerModule(
                new SimpleModule().addDeserializer(String.class, new RealmStepFile(values)))
            .setDefaultMergeable(true);
    var realm = new RealmRepresentation();
    for (var file : files) {
      realm = json.readerForUpdating(realm).readValue(file.toFile(), RealmRepresentation.class);
    }
    return realm;
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    return PLACEHOLDER
        .matcher(parser.getValueAsString())
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
  }

  private String value(String name) {
    var value = values.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " is not set, and the realm needs it");
    }
    return value;
  }
}
