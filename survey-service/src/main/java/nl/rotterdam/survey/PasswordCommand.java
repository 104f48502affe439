// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import net.sourceforge.argparse4j.inf.Namespace;
import nl.rotterdam.survey.audit.AuditLog;
import nl.rotterdam.survey.signin.LocalAdministrator;

/** {@code password}: makes the local administrator another password. */
final class PasswordCommand extends SurveyCommand {

  PasswordCommand() {
    super(
        "password",
        "Makes another password for the administrator of the workplace, and shows it once");
  }

  @Override
  void run(Components components, SurveyConfiguration config, Namespace arguments) {
    if (!config.hasLocalAdministrator()) {
      throw new UsageException(
          "There is no local administrator: employees sign in at signIn.issuer (OIDC_ISSUER), and on"
              + " any database but the embedded default nobody does without it.");
    }
    String password = components.door().administrator().makeAnother();
    components.audit().note(AuditLog.COMMAND, "password_made", LocalAdministrator.NAME, "");
    System.out.println(password);
    System.err.println(
        "This is the password of %s at /workplace. It is shown this once; the one of before opens"
                .formatted(LocalAdministrator.NAME)
            + " nothing any more.");
  }
}
