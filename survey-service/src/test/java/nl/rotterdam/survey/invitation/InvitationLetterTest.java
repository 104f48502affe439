// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.survey.contact.Contact;
import nl.rotterdam.survey.contact.Reason;
import nl.rotterdam.survey.invitation.Invitation.State;
import nl.rotterdam.survey.mail.Mail;
import nl.rotterdam.survey.text.Pages;
import nl.rotterdam.survey.text.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the invitation says, and where its links lead. */
class InvitationLetterTest {
  private static final URI URL = URI.create("https://enquete.example");
  private static final UUID ID = new UUID(0, 1);
  // 23:30 in Amsterdam on the last of May; the link closes at midnight after 15 June
  private static final Instant STARTED = Instant.parse("2025-05-31T21:30:00Z");
  private static final Instant EXPIRES = Instant.parse("2025-06-15T22:00:00Z");

  private final Links links = new Links(URL, new byte[32]);
  private final String token = links.token(ID).value();

  private String stop() {
    return links.unsubscribe(anInvitation(State.PLANNED));
  }

  private Mail mail(String language) {
    return mail(language, State.PLANNED);
  }

  private Mail mail(String language, State state) {
    Templates templates = new Templates(Optional.empty());
    Pages pages = new Pages(templates, List.of("nl", "en"), URL);
    return new InvitationLetter(
            templates, pages, links, new MailMark(new byte[32]), ZoneId.of("Europe/Amsterdam"))
        .mail(anInvitation(state), aContact(language), "jan@example.org");
  }

  private static Contact aContact(String language) {
    return new Contact(
        new UUID(0, 2),
        "default",
        "a",
        Channel.PHONE,
        null,
        "Paspoort",
        null,
        null,
        language,
        STARTED,
        YearMonth.of(2025, 5),
        null,
        null,
        Reason.ASKED,
        STARTED,
        new byte[0]);
  }

  private static Invitation anInvitation(State state) {
    return new Invitation(
        ID,
        new UUID(0, 2),
        Medium.EMAIL,
        state,
        new byte[0],
        new byte[0],
        new byte[32],
        null,
        0,
        STARTED,
        null,
        null,
        EXPIRES,
        null);
  }

  @Test
  void plainTextSaysItAllInDutch() {
    assertThat(mail("nl").subject()).isEqualTo("Hoe tevreden bent u over ons contact?");
    assertThat(mail("nl").text())
        .isEqualTo(
            """
            Beste inwoner,

            Op 31 mei 2025 had u contact met de gemeente Rotterdam. Hoe ging dat? Wilt u 4 korte \
            vragen beantwoorden? Dat duurt 1 minuut.

            Vragen beantwoorden:
            https://enquete.example/s/%1$s?lang=nl

            De link werkt tot en met 15 juni 2025. Meedoen hoeft niet. Uw antwoorden hebben geen \
            gevolgen voor uw aanvraag of melding. Wij vragen nooit om uw wachtwoord of \
            bankgegevens.

            Lees wat wij met uw gegevens doen:
            https://enquete.example/privacy?lang=nl

            Geen vragenlijsten meer?
            %2$s?lang=nl

            Hebt u een vraag? Bel 14 010.

            Met vriendelijke groet,
            gemeente Rotterdam
            """
                .formatted(token, stop()));
  }

  @Test
  void plainTextIsInTheLanguageOfTheContact() {
    assertThat(mail("en").subject()).isEqualTo("How satisfied are you with our contact?");
    assertThat(mail("en").text())
        .startsWith("Dear resident,\n\nOn 31 May 2025 you contacted the City of Rotterdam.")
        .contains("The link works until 15 June 2025.", "/s/" + token + "?lang=en\n")
        .endsWith("\n\nKind regards,\nCity of Rotterdam\n");
  }

  @Test
  void anotherLanguageGetsTheFirstOnOffer() {
    assertThat(mail("de").text()).startsWith("Beste inwoner,");
    assertThat(mail("de").language()).isEqualTo("nl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void scoresAreElevenLinksInTheirOrder(String language) {
    String html = mail(language).html();

    List<String> expected =
        IntStream.rangeClosed(0, 10)
            .mapToObj(score -> "/s/" + token + "?lang=" + language + "&amp;overall=" + score + "\"")
            .toList();
    assertThat(html).containsSubsequence(expected);
    assertThat(html.split("overall=", -1)).hasSize(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void nothingIsLoadedFromAnywhereAndTheMailIsSmall(String language) {
    String html = mail(language).html();

    assertThat(html).startsWith("<!DOCTYPE html>").contains("<html lang=\"" + language + "\"");
    assertThat(html).doesNotContain("<img", "<link", "<script", "url(", "src=", "${", "[=");
    assertThat(html.length()).isLessThan(15_000);
  }

  @Test
  void reminderSaysThatItIsTheOnlyOneAndAsksTheSame() {
    Mail first = mail("nl");
    Mail reminder = mail("nl", State.SENT);

    assertThat(reminder.subject()).isEqualTo("Herinnering: hoe tevreden bent u over ons contact?");
    assertThat(reminder.text())
        .contains("contact met de gemeente Rotterdam op 31 mei 2025.")
        .contains("Dit is de enige herinnering die wij u sturen.")
        .contains(first.text().substring(first.text().indexOf("Vragen beantwoorden:")));
    assertThat(mail("en", State.SENT).text()).contains("This is the only reminder");
    assertThat(reminder.html().split("overall=", -1)).hasSize(12);
    assertThat(reminder.unsubscribe()).isEqualTo(first.unsubscribe());
  }

  @Test
  void reminderIsAMailOfItsOwnThatComesAfterTheFirst() {
    Mail first = mail("nl");
    Mail reminder = mail("nl", State.SENT);

    assertThat(reminder.id()).isNotEqualTo(first.id());
    assertThat(reminder.messageId()).isNotEqualTo(first.messageId());
    assertThat(reminder.inReplyTo()).contains(first.messageId());
    assertThat(mail("nl", State.SENT).messageId()).isEqualTo(reminder.messageId());
  }

  @Test
  void oneClickAddressIsThatOfThePage() {
    assertThat(mail("nl").unsubscribe()).contains(URI.create(stop()));
  }
}
