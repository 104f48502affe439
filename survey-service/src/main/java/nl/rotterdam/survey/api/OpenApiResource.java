// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.api;

import com.google.common.base.Suppliers;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** The description of the API, for everybody's tools. */
@Path(ApiDocument.PREFIX + "/openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource {
  private final Supplier<String> document;

  /**
   * Describes the API when first asked.
   *
   * @param document what describes it
   */
  public OpenApiResource(Supplier<ApiDocument> document) {
    this.document = Suppliers.memoize(() -> document.get().json());
  }

  /** Pages of others may read it, too: it says nothing that is not public. */
  @GET
  public Response get() {
    return Response.ok(document.get()).header("Access-Control-Allow-Origin", "*").build();
  }
}
