package org.pris.platform.web;

import org.pris.platform.VisibleText;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How bodies of requests are read, other than events: a property that nobody knows is mistyped, and
 * a control character in a text came by mistake or malice. Both are refused with the field named.
 */
public final class StrictBodies {

  private StrictBodies() {}

  public static JsonMapper of(JsonMapper json) {
    return json.rebuild()
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .addModule(new SimpleModule("texts").addDeserializer(String.class, new Text()))
        .build();
  }

  private static final class Text extends StringDeserializer {

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) {
      var text = super.deserialize(json, context);
      if (VisibleText.holdsControls(text)) {
        throw InvalidFormatException.from(json, "control characters", null, String.class);
      }
      return text;
    }
  }
}
