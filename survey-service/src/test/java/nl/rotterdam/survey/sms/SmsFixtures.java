// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dropwizard.jackson.Jackson;

/** Settings, valid by default. */
final class SmsFixtures {
  private SmsFixtures() {}

  /** The group as it stands in config.yml; what is missing has its default. */
  static SmsSettings settings(String yaml) {
    try {
      return Jackson.newObjectMapper(new YAMLFactory()).readValue(yaml, SmsSettings.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static SmsSettings carrier(int port, String more) {
    return settings(
        """
        host: localhost
        port: %d
        systemId: peil
        password: geheim
        sender: Rotterdam
        connectTimeout: PT2S
        responseTimeout: PT1S
        %s
        """
            .formatted(port, more));
  }
}
