// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.api;

import com.google.common.base.Suppliers;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.rotterdam.survey.text.Pages;

/** The API as a page to read, in English, with a command for each operation. */
@Path("/api")
public final class ReferenceResource {
  private final Supplier<List<ApiDocument.Chapter>> chapters;
  private final Pages pages;

  /**
   * @param document what describes the API
   */
  public ReferenceResource(Supplier<ApiDocument> document, Pages pages) {
    this.chapters = Suppliers.memoize(() -> document.get().chapters(ApiExamples.read()));
    this.pages = pages;
  }

  @GET
  public Response get() {
    return pages.page(
        200,
        "page/api.ftlh",
        pages.texts(Optional.of("en"), Optional.empty()),
        Map.of("chapters", chapters.get(), "document", ApiDocument.PREFIX + "/openapi.json"));
  }
}
