// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import nl.rotterdam.survey.problem.ProblemException;

/** Reads CloudEvents 1.0, of which only the data are in JSON, or all. */
final class EventReader {
  /** What headers of an event in binary mode begin with. */
  static final String HEADER = "ce-";

  private static final List<String> REQUIRED = List.of("id", "source", "type");
  private static final String VERSION = "1.0";
  private static final String JSON = "application/json";

  private final ObjectMapper json;

  EventReader(ObjectMapper json) {
    this.json = json.copy().registerModule(JsonFormat.getCloudEventJacksonModule());
  }

  /** An event whose attributes are headers. */
  CloudEvent binary(Map<String, List<String>> headers, byte[] body) {
    requireAttributes(
        HEADER, name -> headers.getOrDefault(name, List.of()).stream().findFirst().orElse(null));
    return event(() -> HttpMessageFactory.createReaderFromMultimap(headers, body).toEvent());
  }

  /** An event that is a JSON object. */
  CloudEvent structured(JsonNode event) {
    if (!event.isObject()) {
      throw new ProblemException(400, "An event must be a JSON object");
    }
    requireAttributes("", name -> text(event, name));
    if (!event.path("datacontenttype").asText(JSON).matches(JSON + "( *;.*)?")) {
      throw ProblemException.badField("datacontenttype", "must be application/json");
    }
    return event(() -> json.treeToValue(event, CloudEvent.class));
  }

  /** The attribute of an event that may be anything; null where it has none. */
  static String text(JsonNode event, String name) {
    return event.path(name).isTextual() ? event.path(name).textValue() : null;
  }

  /** The body as JSON. */
  JsonNode tree(byte[] body) throws IOException {
    return json.readTree(body);
  }

  private static void requireAttributes(String prefix, UnaryOperator<String> attribute) {
    if (!VERSION.equals(attribute.apply(prefix + "specversion"))) {
      throw ProblemException.badField(prefix + "specversion", "is required and must be " + VERSION);
    }
    for (String name : REQUIRED) {
      String given = attribute.apply(prefix + name);
      if (given == null || given.isBlank()) {
        throw ProblemException.badField(prefix + name, "is required");
      }
    }
  }

  private static CloudEvent event(Callable<CloudEvent> event) {
    try {
      return event.call();
    } catch (Exception e) {
      // whatever the library says may quote what was sent
      throw new ProblemException(
          400,
          "The attributes of an event must be as CloudEvents 1.0 has them: source a URI, time such"
              + " as 2025-05-14T10:15:00Z, names of small letters and digits");
    }
  }

  /** The data of an event, which are a JSON object. */
  JsonNode data(CloudEvent event) {
    JsonNode data = MissingNode.getInstance();
    if (event.getData() instanceof JsonCloudEventData read) {
      data = read.getNode();
    } else if (event.getData() != null) {
      data = parse(event.getData().toBytes());
    }
    if (!data.isObject()) {
      throw ProblemException.badField("data", "is required and must be a JSON object");
    }
    return data;
  }

  private JsonNode parse(byte[] data) {
    try {
      return json.readTree(data);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  /** The data in one spelling, whatever the order of its fields. */
  String spelling(JsonNode data) {
    try {
      return json.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .writeValueAsString(json.treeToValue(data, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("No JSON", e);
    }
  }
}
