// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * How open answers are shown to those who improve the service.
 *
 * @param together how many come out at once, at least, unless the month is over in which they came
 * @param poll how often each instance looks what changed
 * @param themes what they are about, by code, in the order in which they are listed
 */
public record SignalSettings(
    @Min(1) @Max(1000) int together,
    @NotNull @DurationMin(millis = 1) @DurationMax(minutes = 1) Duration poll,
    @NotNull @Size(max = 8)
        Map<
                @Pattern(
                    regexp = "(?!none$)[a-z_]{1,20}",
                    message = "must be 1 to 20 small letters and _, and not none")
                String,
                @NotNull @Valid ThemeSettings>
            themes) {

  public SignalSettings {
    themes = themes == null ? null : new LinkedHashMap<>(themes);
  }

  /**
   * A theme.
   *
   * @param names by language
   * @param terms words and phrases by language, nl or en, whatever their endings
   */
  public record ThemeSettings(
      @NotEmpty Map<String, @NotEmpty String> names,
      @NotEmpty
          Map<
                  @Pattern(regexp = "nl|en", message = "must be nl or en") String,
                  @NotEmpty List<@NotEmpty String>>
              terms) {}
}
