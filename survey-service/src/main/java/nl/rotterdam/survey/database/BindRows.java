// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.database;

import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.NamedArgumentFinder;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.sqlobject.customizer.SqlStatementCustomizerFactory;
import org.jdbi.v3.sqlobject.customizer.SqlStatementCustomizingAnnotation;
import org.jdbi.v3.sqlobject.customizer.SqlStatementParameterCustomizer;

/**
 * Binds many records to one statement: {@code :month} is the array of what {@code month()} gives of
 * each, for {@code unnest} to make rows of. A statement with a thousand rows is read, planned and
 * bound as one, where a batch binds each value of each row.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@SqlStatementCustomizingAnnotation(BindRows.Factory.class)
public @interface BindRows {

  /** What stands before the names, as in {@code :c.month}; empty where nothing does. */
  String value() default "";

  /** Makes what binds them. */
  final class Factory implements SqlStatementCustomizerFactory {
    @Override
    public SqlStatementParameterCustomizer createForParameter(
        Annotation annotation,
        Class<?> sqlObjectType,
        Method method,
        Parameter parameter,
        int index,
        Type type) {
      String name = ((BindRows) annotation).value();
      Class<?> row =
          GenericTypes.getErasedType(
              GenericTypes.findGenericParameter(type, Collection.class).orElseThrow());
      return (statement, rows) ->
          statement.bindNamedArgumentFinder(
              new Columns(name.isEmpty() ? "" : name + ".", row, (Collection<?>) rows));
    }
  }

  /** The columns of these rows, each made when it is asked for. */
  record Columns(String prefix, Class<?> row, Collection<?> rows) implements NamedArgumentFinder {
    @Override
    public Optional<Argument> find(String name, StatementContext context) {
      return name.startsWith(prefix)
          ? property(name.substring(prefix.length())).flatMap(one -> column(one, context))
          : Optional.empty();
    }

    private Optional<Method> property(String name) {
      return Stream.of(row.getMethods())
          .filter(method -> method.getName().equals(name) && method.getParameterCount() == 0)
          .findFirst();
    }

    private Optional<Argument> column(Method property, StatementContext context) {
      Object[] values = (Object[]) Array.newInstance(property.getReturnType(), rows.size());
      int at = 0;
      for (Object one : rows) {
        values[at++] = value(property, one);
      }
      return context.findArgumentFor(values.getClass(), values);
    }

    /** What is bound must not reach a log, or a recording of the running service. */
    @Override
    public String toString() {
      return "[%d rows]".formatted(rows.size());
    }

    private static Object value(Method property, Object row) {
      try {
        return property.invoke(row);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(property + " cannot be read", e);
      }
    }
  }
}
