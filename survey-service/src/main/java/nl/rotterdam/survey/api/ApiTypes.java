// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.api;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import nl.rotterdam.reporting.figure.Channel;

/** Our types as they are written in JSON, each by a name of its own. */
final class ApiTypes extends ModelResolver {
  private static final Map<Class<?>, Supplier<Schema<?>>> VALUES =
      Map.of(
          YearMonth.class,
          () -> new StringSchema().pattern("^[0-9]{4}-[0-9]{2}$").example("2025-05"),
          OptionalDouble.class,
          () -> new NumberSchema().nullable(true),
          Channel.class,
          () ->
              new StringSchema()
                  ._enum(Arrays.stream(Channel.values()).map(Channel::code).toList()));

  ApiTypes() {
    super(Json.mapper(), new Names());
  }

  @Override
  public Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
    Supplier<Schema<?>> known =
        type.getType() == null ? null : VALUES.get(TypeFactory.rawClass(type.getType()));
    return known == null ? super.resolve(type, context, others) : known.get();
  }

  /** What belongs to a resource bears its name, too: several have an index. */
  private static final class Names extends TypeNameResolver {
    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
      Class<?> owner = type.getEnclosingClass();
      String before = owner == null ? "" : owner.getSimpleName().replaceFirst("Resource$", "");
      return before + super.nameForClass(type, options);
    }
  }
}
