// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import net.sourceforge.argparse4j.inf.Namespace;

/** {@code server config.yml}: Dropwizard's own, with a wrong setting told in one sentence. */
final class ServeCommand extends ServerCommand<SurveyConfiguration> {

  ServeCommand(SurveyApplication application) {
    super(application);
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable failure) {
    cli.getStdErr().println(Failure.describe(failure));
  }
}
