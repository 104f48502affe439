// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import com.codahale.metrics.annotation.Timed;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.rotterdam.survey.contact.GivenCountDao.Given;
import nl.rotterdam.survey.contact.NewCount;
import nl.rotterdam.survey.key.ApiKeyRequired;
import nl.rotterdam.survey.key.Scope;
import nl.rotterdam.survey.problem.FieldError;
import nl.rotterdam.survey.problem.ProblemException;

/** The door for what other systems counted. */
@Path("/v1/counts")
@Produces(MediaType.APPLICATION_JSON)
@ApiKeyRequired(Scope.COUNTS)
public final class CountResource {
  private final CountIntake intake;

  public CountResource(CountIntake intake) {
    this.intake = intake;
  }

  /** Counts to take in, all or none. */
  public record NewCounts(
      @NotNull(message = "is required: a list of counts") List<NewCount> counts) {}

  /** How many of them were new or replaced another, and how many were known. */
  public record Taken(long stored, long known) {}

  /** All that is known. */
  public record Known(List<Count> counts) {}

  /** A count, by whom it was given and when. */
  public record Count(
      String figure, String location, String period, long value, String source, Instant givenAt) {
    static Count of(Given given) {
      return new Count(
          given.figure(),
          given.location(),
          given.period(),
          given.number(),
          given.source(),
          given.givenAt());
    }
  }

  @POST
  @Timed
  @Operation(summary = "Hand over what another system counted, all or nothing")
  @Consumes(MediaType.APPLICATION_JSON)
  public Taken take(
      @Context SecurityContext caller,
      @NotNull(message = "a list of counts is required") @Valid NewCounts reported) {
    List<Given> given = read(caller.getUserPrincipal().getName(), reported.counts());
    int stored = intake.store(given).size();
    return new Taken(stored, given.size() - stored);
  }

  private List<Given> read(String source, List<NewCount> reported) {
    List<Given> given = new ArrayList<>();
    List<FieldError> errors = new ArrayList<>();
    Set<List<String>> subjects = new HashSet<>();
    for (int i = 0; i < reported.size(); i++) {
      String place = "counts[" + i + "]";
      if (reported.get(i) == null) {
        errors.add(new FieldError(place, "must be a count"));
        continue;
      }
      try {
        Given count = intake.read(source, reported.get(i));
        given.add(count);
        if (!subjects.add(count.subject())) {
          errors.add(new FieldError(place, "is about the same as an earlier one of the list"));
        }
      } catch (ProblemException e) {
        e.problem().errors().stream()
            .map(error -> new FieldError(place + "." + error.field(), error.reason()))
            .forEach(errors::add);
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.badFields(errors);
    }
    return given;
  }

  /** All that is known, ordered by figure, location and period. */
  @GET
  @Timed
  @Operation(summary = "What other systems counted")
  public Known list() {
    return new Known(intake.list().stream().map(Count::of).toList());
  }
}
