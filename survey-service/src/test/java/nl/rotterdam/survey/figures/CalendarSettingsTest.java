// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.validation.ConstraintViolations;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import nl.rotterdam.reporting.operation.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarSettingsTest {
  private static final ObjectMapper YAML = Jackson.newObjectMapper(new YAMLFactory());
  private static final LocalDate GOOD_FRIDAY = LocalDate.of(2026, 4, 3);
  private static final LocalDate BRIDGING_DAY = LocalDate.of(2026, 5, 15);

  private final Validator validator = Validators.newValidator();

  @Test
  void byDefaultGoodFridayIsWorkedAndThe5thOfMayIsAHolidayFrom2024On() throws Exception {
    String config = Files.readString(Path.of("..", "config.yml"));
    JsonNode shipped =
        YAML.readTree(new EnvironmentVariableSubstitutor(false).replace(config)).path("calendar");
    CalendarSettings settings = YAML.treeToValue(shipped, CalendarSettings.class);

    assertThat(validator.validate(settings)).isEmpty();
    WorkingDays days = settings.toWorkingDays();
    assertThat(days.isWorkingDay(GOOD_FRIDAY)).isTrue();
    assertThat(days.isWorkingDay(LocalDate.of(2023, 5, 5))).isTrue();
    assertThat(days.isWorkingDay(LocalDate.of(2025, 5, 5))).isFalse();
    assertThat(days.isWorkingDay(BRIDGING_DAY)).isTrue();
  }

  @Test
  void aMunicipalityMayDecideOtherwise() throws Exception {
    CalendarSettings settings =
        settings("{goodFriday: closed, liberationDayFrom: never, closingDays: [2026-05-15]}");

    assertThat(validator.validate(settings)).isEmpty();
    WorkingDays days = settings.toWorkingDays();
    assertThat(days.isWorkingDay(GOOD_FRIDAY)).isFalse();
    assertThat(days.isWorkingDay(LocalDate.of(2026, 5, 5))).isTrue();
    assertThat(days.isWorkingDay(BRIDGING_DAY)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "goodFriday: 'no', liberationDayFrom: 2024, closingDays: []         | calendar.goodFriday must be working or closed",
        "liberationDayFrom: 2024, closingDays: []                           | calendar.goodFriday must not be null",
        "goodFriday: working, liberationDayFrom: 24, closingDays: []        | calendar.liberationDayFrom must be a year such as 2024, or never",
        "goodFriday: working, liberationDayFrom: 2024                       | calendar.closingDays must not be null",
        "goodFriday: working, liberationDayFrom: 2024, closingDays: [15 May] | calendar.closingDays must hold days such as 2026-05-15",
        "goodFriday: working, liberationDayFrom: 2024, closingDays: [2026-02-29] | calendar.closingDays must hold days such as 2026-05-15",
        "goodFriday: working, liberationDayFrom: 2024, closingDays: [20260515] | calendar.closingDays must hold days such as 2026-05-15",
        "goodFriday: working, liberationDayFrom: 2024, closingDays: [~]      | calendar.closingDays must hold days such as 2026-05-15",
      })
  void saysInOneSentenceWhatIsWrong(String yaml, String sentence) throws Exception {
    assertThat(
            ConstraintViolations.format(validator.validate(new Config(settings("{" + yaml + "}")))))
        .containsExactly(sentence);
  }

  private static CalendarSettings settings(String yaml) throws IOException {
    return YAML.readValue(yaml, CalendarSettings.class);
  }

  private record Config(@Valid CalendarSettings calendar) {}
}
