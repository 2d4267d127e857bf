package org.pris.platform.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says in the OpenAPI documents what the records say in Java: a component is required unless its
 * constructor takes null for it, and what may be null is nullable. The user interface's types are
 * generated from it.
 */
final class RecordSchemas implements ModelConverter {

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    var schema = chain.next().resolve(type, context, chain);
    JavaType javaType = Json.mapper().constructType(type.getType());
    if (schema != null && javaType != null && javaType.getRawClass().isRecord()) {
      var defined = schema.get$ref() == null ? schema : defined(schema.get$ref(), context);
      if (defined != null && defined.getProperties() != null) {
        describe(defined, javaType.getRawClass());
      }
    }
    return schema;
  }

  private static @Nullable Schema<?> defined(String reference, ModelConverterContext context) {
    return context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
  }

  private static void describe(Schema<?> schema, Class<?> type) {
    var components = type.getRecordComponents();
    var parameters = canonical(type, components).getAnnotatedParameterTypes();
    for (var i = 0; i < components.length; i++) {
      var name = name(components[i]);
      var property = schema.getProperties().get(name);
      if (property == null) {
        continue;
      }
      if (!parameters[i].isAnnotationPresent(Nullable.class)) {
        require(schema, name);
      } else if (components[i].getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        schema.getProperties().put(name, nullable(property));
      }
    }
  }

  private static void require(Schema<?> schema, String name) {
    if (schema.getRequired() == null || !schema.getRequired().contains(name)) {
      schema.addRequiredItem(name);
    }
  }

  private static Schema<?> nullable(Schema<?> property) {
    if (property.get$ref() == null) {
      if (property.getTypes() != null) {
        property.addType("null");
      }
      if (property.getEnum() != null) { // null is one of the values, or it is not allowed at all
        property.addEnumItemObject(null);
      }
      return property;
    }
    var nothing = new JsonSchema();
    nothing.addType("null");
    var either = new JsonSchema();
    either.setAnyOf(List.of(property, nothing));
    return either;
  }

  private static String name(RecordComponent component) {
    var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
    return renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
  }

  private static Constructor<?> canonical(Class<?> type, RecordComponent[] components) {
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return Arrays.stream(type.getDeclaredConstructors())
        .filter(it -> Objects.deepEquals(it.getParameterTypes(), types))
        .findFirst()
        .orElseThrow();
  }
}
