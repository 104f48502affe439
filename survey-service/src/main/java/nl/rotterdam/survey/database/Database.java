// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.database;

import io.dropwizard.db.ManagedDataSource;
import java.lang.reflect.Type;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.sqlobject.SqlObjectFactory;

/** What all features share about the database: the schema, and how time is written in it. */
public final class Database {
  /** The schema's changes, in the jar. */
  public static final String CHANGELOG = "sql/changelog.xml";

  /** The last change of the schema: where it was made, all were. */
  static final String NEWEST = "029-index-address";

  /** There is no such table, as PostgreSQL says it and H2, in an empty database or not. */
  private static final Set<String> UNDEFINED = Set.of("42P01", "42S02", "42S04");

  private static final String UNIQUE_VIOLATION = "23505";

  private Database() {}

  /**
   * Instants, days and months as both databases keep them exactly, whatever the JVM's own time
   * zone: the drivers' default goes by local time and loses the hour that a clock change repeats.
   */
  public static Jdbi configure(Jdbi jdbi) {
    // a failure that is logged must not quote what was bound: addresses, tokens, comments
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi.registerArgument(new InstantArgument())
        .registerArgument(new LocalDateArgument())
        .registerArgument(new YearMonthArgument())
        .registerArgument(new EnumArgument())
        .registerRowMapper(Database::recordMapper)
        .registerColumnMapper(
            Instant.class,
            (result, column, context) -> {
              OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
              return time == null ? null : time.toInstant();
            })
        .registerColumnMapper(
            LocalDate.class, (result, column, context) -> result.getObject(column, LocalDate.class))
        .registerColumnMapper(
            YearMonth.class,
            (result, column, context) -> {
              LocalDate first = result.getObject(column, LocalDate.class);
              return first == null ? null : YearMonth.from(first);
            });
  }

  /**
   * A DAO that takes part in the transaction of its thread, or opens a connection of its own. What
   * JDBI finds out about the interface is found out once here, not anew at each call.
   */
  public static <T> T dao(Jdbi jdbi, Class<T> type) {
    Extensions extensions = jdbi.getConfig(Extensions.class);
    extensions.findMetadata(type, extensions.findFactory(SqlObjectFactory.class).orElseThrow());
    return jdbi.onDemand(type);
  }

  /** Rows become records by their constructor, known once instead of at each DAO. */
  private static Optional<RowMapper<?>> recordMapper(Type type, ConfigRegistry config) {
    return type instanceof Class<?> row && row.isRecord()
        ? Optional.of(ConstructorMapper.of(row))
        : Optional.empty();
  }

  /** Whether a row was there already of which there is to be one only. */
  public static boolean isDuplicate(UnableToExecuteStatementException failure) {
    return failure.getCause() instanceof SQLException cause
        && UNIQUE_VIOLATION.equals(cause.getSQLState());
  }

  /**
   * Makes sure that the schema is there: the embedded database gets it, any other must have it.
   *
   * @throws SchemaException where it has not
   */
  public static void prepare(ManagedDataSource dataSource, boolean embedded) {
    // asking Liquibase takes a command of the embedded database a second
    if (isUpToDate(dataSource)) {
      return;
    }
    if (!embedded) {
      throw new SchemaException();
    }
    migrate(dataSource);
  }

  private static boolean isUpToDate(ManagedDataSource dataSource) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select id from databasechangelog where id = ?")) {
      statement.setString(1, NEWEST);
      try (ResultSet found = statement.executeQuery()) {
        return found.next();
      }
    } catch (SQLException e) {
      if (UNDEFINED.contains(e.getSQLState())) {
        return false;
      }
      throw new IllegalStateException("The database cannot be read", e);
    }
  }

  /** Brings the schema up to date; does nothing where it is. */
  public static void migrate(ManagedDataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      try {
        update(connection);
      } finally {
        // Liquibase turns it off, and the connection goes back to the pool
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be reached: " + e.getMessage(), e);
    }
  }

  private static void update(Connection connection) {
    Map<String, Object> scope =
        Map.of(
            Scope.Attr.resourceAccessor.name(), new ClassLoaderResourceAccessor(),
            Scope.Attr.ui.name(), new LoggerUIService());
    try {
      liquibase.database.Database database =
          DatabaseFactory.getInstance()
              .findCorrectDatabaseImplementation(new JdbcConnection(connection));
      Scope.child(
          scope,
          () ->
              new CommandScope(UpdateCommandStep.COMMAND_NAME)
                  .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                  .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, CHANGELOG)
                  .addArgumentValue(
                      ShowSummaryArgument.SHOW_SUMMARY_OUTPUT, UpdateSummaryOutputEnum.LOG)
                  .execute());
    } catch (Exception e) {
      throw new IllegalStateException("The database schema cannot be brought up to date", e);
    }
  }

  private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
    InstantArgument() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setObject(position, value.atOffset(ZoneOffset.UTC));
    }
  }

  private static final class LocalDateArgument extends AbstractArgumentFactory<LocalDate> {
    LocalDateArgument() {
      super(Types.DATE);
    }

    @Override
    protected Argument build(LocalDate value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setObject(position, value);
    }
  }

  /** Codes in the database are small letters; JDBI reads them back whatever the case. */
  @SuppressWarnings("rawtypes")
  private static final class EnumArgument extends AbstractArgumentFactory<Enum> {
    EnumArgument() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(Enum value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setString(position, value.name().toLowerCase(Locale.ROOT));
    }
  }

  private static final class YearMonthArgument extends AbstractArgumentFactory<YearMonth> {
    YearMonthArgument() {
      super(Types.DATE);
    }

    @Override
    protected Argument build(YearMonth value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setObject(position, value.atDay(1));
    }
  }
}
