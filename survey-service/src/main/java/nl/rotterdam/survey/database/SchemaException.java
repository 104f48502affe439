// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.database;

/** The database is there, but not with the tables that this version needs. */
public final class SchemaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SchemaException() {
    super("The database lacks tables or columns of this version; run first: db migrate config.yml");
  }
}
