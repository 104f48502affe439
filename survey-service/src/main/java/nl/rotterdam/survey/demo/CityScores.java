// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.random.RandomGenerator;

/** What residents of the made-up city answer; the sentences are ours, and nobody's. */
final class CityScores {
  private static final Weighted<Integer> SATISFIED =
      new Weighted<Integer>().and(7, 15).and(8, 38).and(9, 25).and(10, 22);
  private static final Weighted<Integer> DISSATISFIED =
      new Weighted<Integer>()
          .and(0, 3)
          .and(1, 2)
          .and(2, 4)
          .and(3, 6)
          .and(4, 10)
          .and(5, 22)
          .and(6, 53);

  private static final double SPREAD = 0.7;
  private static final double FRIENDLINESS = 0.5;
  private static final double CLARITY = 0.1;
  private static final double TIMELINESS = -0.1;

  private static final double STOPS_EARLY = 0.06;
  private static final double COMMENTS_WHEN_SATISFIED = 0.12;
  private static final double COMMENTS_WHEN_DISSATISFIED = 0.45;

  private static final List<String> PRAISE =
      List.of(
          "Snel en vriendelijk geholpen.",
          "Prima, ik was binnen tien minuten weer buiten.",
          "Duidelijke uitleg, dank u wel.",
          "De medewerker nam echt de tijd voor mij.",
          "Fijn dat ik geen afspraak hoefde te maken.",
          "Alles was in één keer geregeld.",
          "Goed geholpen, ook al was het druk.");
  private static final List<String> COMPLAINTS =
      List.of(
          "Ik moest drie keer bellen voor ik antwoord kreeg.",
          "Te lang in de wacht gestaan.",
          "Ik zou worden teruggebeld, maar dat is niet gebeurd.",
          "De brief was moeilijk te begrijpen.",
          "Er was pas over vier weken een afspraak vrij.",
          "Ik kreeg twee verschillende antwoorden.",
          "De website zei iets anders dan de medewerker.",
          "Mijn melding is gesloten, maar het afval ligt er nog.");

  private CityScores() {}

  /** An answer to a contact by who is satisfied or not. */
  static CityAnswer answer(
      CityContact contact, ZonedDateTime answeredAt, boolean dissatisfied, RandomGenerator random) {
    int overall = (dissatisfied ? DISSATISFIED : SATISFIED).pick(random);
    int answered = random.nextDouble() < STOPS_EARLY ? random.nextInt(3) : 3;
    return new CityAnswer(
        contact.externalId(),
        overall,
        answered > 0 ? near(overall + FRIENDLINESS, random) : null,
        answered > 1 ? near(overall + CLARITY, random) : null,
        answered > 2 ? near(overall + TIMELINESS, random) : null,
        answeredAt,
        comment(dissatisfied, random));
  }

  private static int near(double score, RandomGenerator random) {
    return (int) Math.max(0, Math.min(10, Math.round(random.nextGaussian(score, SPREAD))));
  }

  private static String comment(boolean dissatisfied, RandomGenerator random) {
    double chance = dissatisfied ? COMMENTS_WHEN_DISSATISFIED : COMMENTS_WHEN_SATISFIED;
    List<String> sentences = dissatisfied ? COMPLAINTS : PRAISE;
    int sentence = random.nextInt(sentences.size());
    return random.nextDouble() < chance ? sentences.get(sentence) : null;
  }
}
