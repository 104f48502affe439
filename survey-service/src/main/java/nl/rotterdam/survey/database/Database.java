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
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
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
import org.jdbi.v3.core.array.SqlArrayType;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.sqlobject.SqlObjectFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all features share about the database: the schema, and how time is written in it. */
public final class Database {
  /** The schema's changes, in the jar. */
  public static final String CHANGELOG = "sql/changelog.xml";

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  /** The last change of the schema: where it was made, all were. */
  static final String NEWEST = "029-index-address";

  /** There is no such table, as PostgreSQL says it and H2, in an empty database or not. */
  private static final Set<String> UNDEFINED = Set.of("42P01", "42S02", "42S04");

  private static final String UNIQUE_VIOLATION = "23505";

  /** Two transactions wait for each other, as PostgreSQL says it and H2. */
  private static final Set<String> DEADLOCK = Set.of("40P01", "40001");

  private static final SqlArrayType<Enum<?>> ENUMS =
      new ArrayType<>("varchar", String.class, Database::written);

  /** What {@link BindRows} can make columns of. */
  private static final Map<Type, SqlArrayType<?>> ARRAYS =
      Map.of(
          String.class, new ArrayType<>("varchar", String.class, Function.identity()),
          byte[].class, new ArrayType<>("bytea", byte[].class, Function.identity()),
          UUID.class, new ArrayType<>("uuid", UUID.class, Function.identity()),
          Integer.class, new ArrayType<>("int4", Integer.class, Function.identity()),
          Boolean.class, new ArrayType<>("bool", Boolean.class, Function.identity()),
          Instant.class,
              new ArrayType<Instant>("timestamptz", OffsetDateTime.class, Database::written),
          YearMonth.class, new ArrayType<YearMonth>("date", LocalDate.class, Database::written));

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
        .registerArrayType(Database::arrayType)
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

  /** Instants as both databases take them. */
  private static OffsetDateTime written(Instant value) {
    return value.atOffset(ZoneOffset.UTC);
  }

  private static LocalDate written(YearMonth value) {
    return value.atDay(1);
  }

  /** Codes in the database are small letters; JDBI reads them back whatever the case. */
  private static String written(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<SqlArrayType<?>> arrayType(Type type, ConfigRegistry config) {
    return type instanceof Class<?> element && element.isEnum()
        ? Optional.of(ENUMS)
        : Optional.ofNullable(ARRAYS.get(type));
  }

  /** Whether a row was there already of which there is to be one only. */
  public static boolean isDuplicate(UnableToExecuteStatementException failure) {
    return state(failure).filter(UNIQUE_VIOLATION::equals).isPresent();
  }

  private static Optional<String> state(UnableToExecuteStatementException failure) {
    return failure.getCause() instanceof SQLException cause
        ? Optional.ofNullable(cause.getSQLState())
        : Optional.empty();
  }

  /** As {@link #inTransaction}, for what gives nothing. */
  public static void useTransaction(Jdbi jdbi, Runnable work) {
    inTransaction(
        jdbi,
        () -> {
          work.run();
          return null;
        });
  }

  /**
   * Does this in a transaction of its own, and anew where another one got in between: nothing is
   * left then of the first time, and what the other stored is found.
   */
  public static <T> T inTransaction(Jdbi jdbi, Supplier<T> work) {
    while (true) {
      try {
        return jdbi.inTransaction(handle -> work.get());
      } catch (OvertakenException e) {
        LOG.debug("Another transaction stored the same; this one is done once more");
      } catch (UnableToExecuteStatementException e) {
        if (state(e).filter(DEADLOCK::contains).isEmpty()) {
          throw e;
        }
        LOG.info("Two transactions waited for each other; this one is done once more");
      }
    }
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

  /**
   * How values are written in an array.
   *
   * @param getTypeName as PostgreSQL calls it; H2 takes any
   * @param getArrayElementClass what PostgreSQL's driver is given
   */
  private record ArrayType<T>(
      String getTypeName, Class<?> getArrayElementClass, Function<T, ?> conversion)
      implements SqlArrayType<T> {

    @Override
    public Object convertArrayElement(T element) {
      return element == null ? null : conversion.apply(element);
    }
  }

  private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
    InstantArgument() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setObject(position, written(value));
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

  @SuppressWarnings("rawtypes")
  private static final class EnumArgument extends AbstractArgumentFactory<Enum> {
    EnumArgument() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(Enum value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setString(position, written(value));
    }
  }

  private static final class YearMonthArgument extends AbstractArgumentFactory<YearMonth> {
    YearMonthArgument() {
      super(Types.DATE);
    }

    @Override
    protected Argument build(YearMonth value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setObject(position, written(value));
    }
  }
}
