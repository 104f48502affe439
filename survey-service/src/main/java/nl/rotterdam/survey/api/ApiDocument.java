// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.api;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.DefaultParameterExtension;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtensions;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.rotterdam.survey.intake.NotifyTokenFilter;
import nl.rotterdam.survey.key.ApiKeys;
import nl.rotterdam.survey.openklant.NotificationFilter;
import nl.rotterdam.survey.problem.Problem;

/**
 * The API as an OpenAPI document: read off the resources, so that it cannot say anything else than
 * they do, and completed by what holds for all of them.
 */
public final class ApiDocument {
  /** What addresses of the API begin with; all others are pages for people. */
  static final String PREFIX = "/v1";

  static final String VERSION_HEADER = "API-Version";

  private static final String PROBLEM = Problem.MEDIA_TYPE.toString();

  private final OpenAPI document;

  private ApiDocument(OpenAPI document) {
    this.document = document;
  }

  /**
   * Describes the resources whose addresses begin with the prefix.
   *
   * @param publicUrl where the service is found
   */
  public static ApiDocument of(List<Object> resources, URI publicUrl, ApiSettings settings) {
    ModelConverters.getInstance().addConverter(new ApiTypes());
    OpenAPIExtensions.setExtensions(List.of(new BeanParameters(), new DefaultParameterExtension()));
    Set<Class<?>> described =
        resources.stream()
            .<Class<?>>map(Object::getClass)
            .filter(type -> type.isAnnotationPresent(Path.class))
            .filter(type -> type.getAnnotation(Path.class).value().startsWith(PREFIX + "/"))
            .collect(toCollection(LinkedHashSet::new));
    OpenAPI document = new Reader(new OpenAPI()).read(described);
    document
        .info(
            new Info()
                .title("Peilschaal")
                .description(
                    "Reports contacts to the satisfaction measurement of the municipality, and"
                        + " reads its figures.")
                .version(ApiVersion.NUMBER)
                .contact(
                    new Contact()
                        .name(settings.contactName())
                        .email(settings.contactEmail())
                        .url(settings.contactUrl()))
                .license(
                    new License()
                        .name("EUPL-1.2")
                        .url("https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12")))
        .servers(List.of(new Server().url(publicUrl + PREFIX)))
        .paths(relative(document.getPaths()));
    return new ApiDocument(document).complete();
  }

  /** The document as it is served. */
  public String json() {
    try {
      return Json.pretty().writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is about one thing, as a page tells it. */
  public record Chapter(String name, List<Entry> entries) {}

  /**
   * An operation, as a page tells it.
   *
   * @param key {@code required}, {@code optional} or {@code none}
   * @param example a command; empty where there is none
   */
  public record Entry(
      String id,
      String method,
      String path,
      String summary,
      String key,
      List<Field> parameters,
      List<String> bodies,
      List<Field> fields,
      Map<String, String> answers,
      String example) {}

  /** A parameter, or a field of a body. */
  public record Field(String name, String type, boolean required) {}

  /** All operations, by what they are about. */
  List<Chapter> chapters(ApiExamples examples) {
    Map<String, List<Entry>> chapters = new LinkedHashMap<>();
    document
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) ->
                            chapters
                                .computeIfAbsent(
                                    operation.getTags().get(0), tag -> new ArrayList<>())
                                .add(entry(method, path, operation, examples))));
    return chapters.entrySet().stream()
        .map(chapter -> new Chapter(chapter.getKey(), chapter.getValue()))
        .toList();
  }

  private Entry entry(HttpMethod method, String path, Operation operation, ApiExamples examples) {
    Map<String, String> answers = new TreeMap<>();
    operation
        .getResponses()
        .forEach((status, response) -> answers.put(status, response.getDescription()));
    return new Entry(
        operation.getOperationId(),
        method.name(),
        PREFIX + path,
        operation.getSummary(),
        key(operation),
        Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream()
            .map(
                parameter ->
                    new Field(
                        parameter.getName(),
                        type(parameter.getSchema()),
                        Boolean.TRUE.equals(parameter.getRequired())))
            .toList(),
        bodies(operation),
        fields(operation),
        answers,
        examples.of(operation.getOperationId()).orElse(""));
  }

  private static String key(Operation operation) {
    if (operation.getSecurity() == null) {
      return "none";
    }
    return operation.getSecurity().stream().anyMatch(SecurityRequirement::isEmpty)
        ? "optional"
        : "required";
  }

  private static List<String> bodies(Operation operation) {
    return operation.getRequestBody() == null
        ? List.of()
        : List.copyOf(operation.getRequestBody().getContent().keySet());
  }

  /** The fields of the first body that has any. */
  private List<Field> fields(Operation operation) {
    if (operation.getRequestBody() == null) {
      return List.of();
    }
    return operation.getRequestBody().getContent().values().stream()
        .map(body -> body.getSchema().get$ref())
        .filter(Objects::nonNull)
        .findFirst()
        .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
        .map(name -> document.getComponents().getSchemas().get(name))
        .map(ApiDocument::fields)
        .orElse(List.of());
  }

  private static List<Field> fields(Schema<?> schema) {
    List<String> required = Objects.requireNonNullElse(schema.getRequired(), List.of());
    return schema.getProperties().entrySet().stream()
        .map(
            property ->
                new Field(
                    property.getKey(),
                    type(property.getValue()),
                    required.contains(property.getKey())))
        .toList();
  }

  /** Such as string (date-time), or the values that there are. */
  private static String type(Schema<?> schema) {
    if (schema.getEnum() != null) {
      return schema.getEnum().stream().map(String::valueOf).collect(joining(", "));
    }
    if (schema.getType() == null) {
      return "object";
    }
    return schema.getType() + (schema.getFormat() == null ? "" : " (" + schema.getFormat() + ")");
  }

  private static Paths relative(Paths paths) {
    Paths relative = new Paths();
    new TreeMap<>(paths)
        .forEach((path, item) -> relative.addPathItem(path.substring(PREFIX.length()), item));
    return relative;
  }

  private ApiDocument complete() {
    Components components = document.getComponents();
    ModelConverters.getInstance().readAll(Problem.class).forEach(components::addSchemas);
    components.addHeaders(
        VERSION_HEADER,
        new Header().description("The version of the API").schema(new StringSchema()));
    components.addSecuritySchemes(
        ApiKeys.SCHEME,
        new SecurityScheme()
            .type(SecurityScheme.Type.APIKEY)
            .in(SecurityScheme.In.HEADER)
            .name(ApiKeys.HEADER)
            .description("The key of a source system"));
    components.addSecuritySchemes(
        NotifyTokenFilter.SCHEME,
        new SecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .description("The token that NotifyNL was told, where messages go out by it"));
    components.addSecuritySchemes(
        NotificationFilter.SCHEME,
        new SecurityScheme()
            .type(SecurityScheme.Type.APIKEY)
            .in(SecurityScheme.In.HEADER)
            .name(HttpHeaders.AUTHORIZATION)
            .description("What the subscription to Open Klant's notifications was told"));
    document
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((method, operation) -> complete(method, path, operation)));
    return this;
  }

  private static void complete(HttpMethod method, String path, Operation operation) {
    operation.setOperationId(name(method, path));
    operation.setTags(List.of(path.split("/")[1]));
    List<Parameter> parameters =
        new ArrayList<>(Objects.requireNonNullElse(operation.getParameters(), List.of()));
    if (parameters.removeIf(parameter -> ApiKeys.HEADER.equals(parameter.getName()))) {
      // some of what it gives is open to all
      operation.addSecurityItem(new SecurityRequirement().addList(ApiKeys.SCHEME));
      operation.addSecurityItem(new SecurityRequirement());
    }
    operation.setParameters(parameters.isEmpty() ? null : parameters);
    ApiResponses responses = operation.getResponses();
    Optional.ofNullable(responses.remove("default"))
        .ifPresent(answer -> responses.addApiResponse("200", answer.description("Done")));
    refusals(operation, parameters)
        .forEach(status -> responses.putIfAbsent(status, refusal(status)));
    responses.forEach(ApiDocument::complete);
  }

  /** Such as getPublicationsMonth. */
  private static String name(HttpMethod method, String path) {
    return Arrays.stream(path.split("[^A-Za-z]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(joining("", method.name().toLowerCase(Locale.ROOT), ""));
  }

  private static List<String> refusals(Operation operation, List<Parameter> parameters) {
    List<String> statuses = new ArrayList<>();
    boolean body = operation.getRequestBody() != null;
    if (body || !parameters.isEmpty()) {
      statuses.add("400");
    }
    List<SecurityRequirement> security = operation.getSecurity();
    SecurityRequirement openKlant = new SecurityRequirement().addList(NotificationFilter.SCHEME);
    if (security != null && !security.contains(openKlant)) {
      statuses.add("401");
    }
    if (isForAKey(operation)) {
      statuses.addAll(List.of("403", "429"));
    }
    if (parameters.stream().anyMatch(parameter -> parameter.getIn().equals("path"))) {
      statuses.add("404");
    }
    if (body) {
      statuses.addAll(List.of("413", "415"));
    }
    return statuses;
  }

  private static boolean isForAKey(Operation operation) {
    return Objects.requireNonNullElse(operation.getSecurity(), List.<SecurityRequirement>of())
        .stream()
        .anyMatch(requirement -> requirement.containsKey(ApiKeys.SCHEME));
  }

  private static ApiResponse refusal(String status) {
    ApiResponse response =
        new ApiResponse()
            .description(
                Response.Status.fromStatusCode(Integer.parseInt(status)).getReasonPhrase());
    return status.equals("429")
        ? response.addHeaderObject(
            HttpHeaders.RETRY_AFTER,
            new Header().description("Seconds to wait").schema(new IntegerSchema()))
        : response;
  }

  private static void complete(String status, ApiResponse response) {
    if (status.startsWith("2") || status.startsWith("3")) {
      response.addHeaderObject(
          VERSION_HEADER, new Header().$ref("#/components/headers/" + VERSION_HEADER));
    } else {
      response.setContent(
          new Content()
              .addMediaType(
                  PROBLEM,
                  new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }
  }
}
