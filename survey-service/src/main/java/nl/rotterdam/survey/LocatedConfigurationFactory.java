// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.ConfigurationSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.file.Path;

/** Reads config.yml and tells the configuration in which folder it lies. */
final class LocatedConfigurationFactory<T> extends YamlConfigurationFactory<T> {

  LocatedConfigurationFactory(
      Class<T> type, Validator validator, ObjectMapper mapper, String propertyPrefix) {
    super(type, validator, mapper, propertyPrefix);
  }

  @Override
  public T build(ConfigurationSourceProvider provider, String path)
      throws IOException, ConfigurationException {
    T configuration = super.build(provider, path);
    if (configuration instanceof SurveyConfiguration survey) {
      survey.locate(Path.of(path).toAbsolutePath().getParent());
    }
    return configuration;
  }

  @Override
  public T build() {
    throw new UsageException("The settings are missing: name config.yml as the last argument.");
  }
}
