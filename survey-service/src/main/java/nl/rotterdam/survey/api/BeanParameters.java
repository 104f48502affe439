// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.api;

import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.jaxrs2.ResolvedParameter;
import io.swagger.v3.jaxrs2.ext.AbstractOpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the parameters of our queries, whose fields are private; Swagger would not see them. */
final class BeanParameters extends AbstractOpenAPIExtension {

  @Override
  public ResolvedParameter extractParameters(
      List<Annotation> annotations,
      Type type,
      Set<Type> skipped,
      Components components,
      Consumes classConsumes,
      Consumes methodConsumes,
      boolean includeRequestBody,
      JsonView view,
      Iterator<OpenAPIExtension> others) {
    if (annotations.stream().noneMatch(BeanParam.class::isInstance)) {
      return super.extractParameters(
          annotations,
          type,
          skipped,
          components,
          classConsumes,
          methodConsumes,
          includeRequestBody,
          view,
          others);
    }
    ResolvedParameter found = new ResolvedParameter();
    found.parameters =
        Arrays.stream(TypeFactory.rawClass(type).getDeclaredFields())
            .flatMap(BeanParameters::parameter)
            .collect(Collectors.toCollection(ArrayList::new));
    return found;
  }

  private static Stream<Parameter> parameter(Field field) {
    StringSchema text = new StringSchema();
    Optional.ofNullable(field.getAnnotation(DefaultValue.class))
        .ifPresent(value -> text.setDefault(value.value()));
    return Stream.concat(
        Stream.ofNullable(field.getAnnotation(QueryParam.class))
            .map(query -> new QueryParameter().name(query.value()).schema(text)),
        Stream.ofNullable(field.getAnnotation(HeaderParam.class))
            .map(header -> new HeaderParameter().name(header.value()).schema(text)));
  }
}
