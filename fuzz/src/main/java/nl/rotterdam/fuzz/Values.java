// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Values that a description allows, that lie on its edge, and that nobody should send. */
final class Values {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<String> LIKELY =
      List.of(
          "2025-05",
          "2025",
          "2024-06..2025-05",
          "2025-05-14T10:15:00+02:00",
          "2026-11-20T10:15:00Z",
          "phone",
          "counter",
          "social",
          "chat",
          "overall",
          "share",
          "contacts",
          "chats",
          "visits",
          "product",
          "nl",
          "en",
          "all",
          "none",
          "internal",
          "public",
          "png",
          "svg",
          "csv",
          "xlsx",
          "640",
          "dissatisfaction",
          "refused",
          "A-1",
          "name@example.org",
          "+31612345678");

  private static final List<String> NASTY =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "NaN",
          "1e309",
          "99999999999999999999",
          "-0.0",
          "null",
          "true",
          "[]",
          "{}",
          "\u0000",
          "\r\nX-Injected: 1",
          "\ud83d",
          "\ud83d\ude00",
          "\u202egnp.exe",
          "%00",
          "%s%n%x",
          "${jndi:ldap://127.0.0.1/a}",
          "../../../../etc/passwd",
          "' or '1'='1",
          "\"; drop table contact; --",
          "<script>alert(1)</script>",
          "=cmd|' /C calc'!A1",
          "9999-12",
          "0000-00",
          "2025-13",
          "2025-02-30T25:61:61Z",
          "+999999999-01",
          "2025-05-14T10:15:00+99:00",
          "a".repeat(201),
          "\u00e9".repeat(400),
          "(a+)+$",
          "a@b.c@d",
          "00000000-0000-0000-0000-000000000000");

  private final Random random;

  Values(Random random) {
    this.random = random;
  }

  /** A text for a parameter. */
  String text(JsonNode schema) {
    JsonNode allowed = schema.path("enum");
    if (allowed.size() > 0 && random.nextInt(3) > 0) {
      return allowed.get(random.nextInt(allowed.size())).asText();
    }
    return random.nextInt(3) > 0 ? pick(LIKELY) : pick(NASTY);
  }

  /** A value for this schema, mostly of its type. */
  JsonNode value(JsonNode schema, JsonNode schemas, int depth) {
    if (schema.has("$ref")) {
      String reference = schema.get("$ref").asText();
      return value(
          schemas.path(reference.substring(reference.lastIndexOf('/') + 1)), schemas, depth);
    }
    if (random.nextInt(12) == 0 || depth > 6) {
      return anything();
    }
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema, schemas, depth);
      case "array" -> array(schema, schemas, depth);
      case "integer" ->
          JSON.numberNode(
              random.nextBoolean() ? random.nextInt(100) : random.nextLong() >> random.nextInt(64));
      case "number" -> JSON.numberNode(random.nextGaussian() * Math.pow(10, random.nextInt(20)));
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      default -> JSON.textNode(text(schema));
    };
  }

  private ObjectNode object(JsonNode schema, JsonNode schemas, int depth) {
    ObjectNode object = JSON.objectNode();
    schema
        .path("properties")
        .fields()
        .forEachRemaining(
            property -> {
              if (random.nextInt(5) > 0) {
                object.set(property.getKey(), value(property.getValue(), schemas, depth + 1));
              }
            });
    if (random.nextInt(15) == 0) {
      object.set(pick(NASTY), anything());
    }
    return object;
  }

  private ArrayNode array(JsonNode schema, JsonNode schemas, int depth) {
    ArrayNode array = JSON.arrayNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      array.add(value(schema.path("items"), schemas, depth + 1));
    }
    return array;
  }

  private JsonNode anything() {
    return switch (random.nextInt(6)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.numberNode(random.nextDouble() * Double.MAX_VALUE);
      case 2 -> JSON.booleanNode(true);
      case 3 -> JSON.arrayNode().add(JSON.objectNode());
      case 4 -> JSON.objectNode().set("a", JSON.nullNode());
      default -> JSON.textNode(pick(NASTY));
    };
  }

  /** A text that nobody should send. */
  String nasty() {
    return pick(NASTY);
  }

  private String pick(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
