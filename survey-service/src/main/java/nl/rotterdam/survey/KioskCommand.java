// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import nl.rotterdam.survey.kiosk.Kiosks;
import nl.rotterdam.survey.kiosk.Kiosks.Screen;
import nl.rotterdam.survey.problem.ProblemException;

/** {@code kiosk}: sets up a counter screen, revokes one, or lists them all with their links. */
final class KioskCommand extends SurveyCommand {

  KioskCommand() {
    super("kiosk", "Sets up a counter screen and prints its link; without options lists them all");
  }

  @Override
  public void configure(Subparser parser) {
    super.configure(parser);
    parser.addArgument("--name").help("a name for the screen, such as \"Centrum 1\"");
    parser
        .addArgument("--location")
        .help("where it stands, spelled as contacts at the counter have it");
    parser
        .addArgument("--new-location")
        .action(Arguments.storeTrue())
        .help("no contact was reported at this location yet");
    parser
        .addArgument("--revoke")
        .metavar("NAME")
        .help("the screen whose link is not to work any more");
  }

  @Override
  void run(Components components, SurveyConfiguration config, Namespace arguments) {
    String name = arguments.getString("name");
    String location = arguments.getString("location");
    String revoked = arguments.getString("revoke");
    if ((name == null) != (location == null) || (revoked != null && name != null)) {
      throw new UsageException("Give --name and --location, or --revoke, or nothing.");
    }
    try {
      run(components.kiosks(), name, location, arguments.getBoolean("new_location"), revoked);
    } catch (ProblemException e) {
      throw new UsageException(e.getMessage() + ".");
    }
  }

  private static void run(
      Kiosks kiosks, String name, String location, boolean anyLocation, String revoked) {
    if (name != null) {
      System.out.println(kiosks.add(name, location, anyLocation).link());
    } else if (revoked != null) {
      kiosks.revoke(revoked);
      System.out.println("The link of " + revoked.strip() + " does not work any more.");
    } else {
      kiosks.list().forEach(KioskCommand::print);
    }
  }

  private static void print(Screen screen) {
    System.out.printf(
        "%s (%s): %s; last 24 hours: %d answers, %d of them set apart%n",
        screen.kiosk().name(),
        screen.kiosk().location(),
        screen.kiosk().isRevoked() ? "revoked" : screen.link(),
        screen.answers(),
        screen.setAside());
  }
}
