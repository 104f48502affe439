// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.openklant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an internetaak is here. */
class MappingTest {
  private static final String TASK =
      """
      {"uuid": "1b6e2b4f-80ac-4a6f-8d1e-2c3d4e5f6071", "gevraagdeHandeling": "Terugbellen",
       "status": "verwerkt", "toegewezenOp": "2025-05-14T09:55:00Z", "afgehandeldOp": %s}
      """;

  private static Map<String, String> callback(String handled) throws Exception {
    JsonNode task = new ObjectMapper().readTree(TASK.formatted(handled));
    return Mapping.callback(task, Optional.of("contact"));
  }

  @Test
  void aCallbackNoteIsMadeWhereItIsAssignedAndHandledWhereItIsDone() throws Exception {
    assertThat(callback("\"2025-05-14T14:30:00Z\""))
        .containsEntry("externalId", "1b6e2b4f-80ac-4a6f-8d1e-2c3d4e5f6071")
        .containsEntry("contactId", "contact")
        .containsEntry("createdAt", "2025-05-14T09:55:00Z")
        .containsEntry("handledAt", "2025-05-14T14:30:00Z");
  }

  @Test
  void aCallbackNoteThatIsOpenHasNoTimeAtWhichItWasHandled() throws Exception {
    assertThat(callback("null").get("handledAt")).isNull();
  }
}
