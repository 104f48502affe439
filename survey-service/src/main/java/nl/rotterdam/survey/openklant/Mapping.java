// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.openklant;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.intake.CellReader;
import nl.rotterdam.survey.invitation.AskingSettings;

/** What a klantcontact and an internetaak are here, by the words of the settings. */
final class Mapping {
  /** Languages by their code of three letters, as far as they have one of two. */
  private static final Map<String, String> LANGUAGES =
      Arrays.stream(Locale.getISOLanguages())
          .collect(
              toMap(
                  code -> Locale.forLanguageTag(code).getISO3Language(),
                  code -> code,
                  (one, other) -> one));

  private final OpenKlantSettings settings;
  private final AskingSettings asking;
  private final CellReader reader;

  Mapping(OpenKlantSettings settings, AskingSettings asking, CellReader reader) {
    this.settings = settings;
    this.asking = asking;
    this.reader = reader;
  }

  /** The contact, in its cells; empty where it was none, or of a kanaal that is not measured. */
  Optional<Map<String, String>> contact(JsonNode klantcontact) throws NotNowException {
    Optional<Channel> channel = lookUp(settings.channels(), text(klantcontact, "kanaal"));
    boolean failed = !klantcontact.path("indicatieContactGelukt").asBoolean(true);
    if (channel.isEmpty() || failed) {
      return Optional.empty();
    }
    Map<String, String> cells = new HashMap<>();
    cells.put("externalId", text(klantcontact, "uuid"));
    cells.put("channel", channel.get().code());
    cells.put("startedAt", text(klantcontact, "plaatsgevondenOp"));
    product(text(klantcontact, "onderwerp")).ifPresent(name -> cells.put("product", name));
    language(text(klantcontact, "taal")).ifPresent(code -> cells.put("language", code));
    if (asking.channels().get(channel.get()).usesAddresses()) {
      List<JsonNode> addresses = addresses(klantcontact);
      address(addresses, "email", "email").ifPresent(email -> cells.put("email", email));
      address(addresses, "telefoonnummer", "phone").ifPresent(phone -> cells.put("phone", phone));
    }
    return Optional.of(cells);
  }

  /** Whether the internetaak is a call-back note, by what is asked for. */
  boolean isCallback(JsonNode internetaak) {
    return settings.callbacks().isEmpty()
        || settings.callbacks().stream()
            .anyMatch(part -> holds(text(internetaak, "gevraagdeHandeling"), part));
  }

  /** The call-back note, in its cells. */
  static Map<String, String> callback(JsonNode internetaak, Optional<String> contactId) {
    Map<String, String> cells = new HashMap<>();
    cells.put("externalId", text(internetaak, "uuid"));
    cells.put("contactId", contactId.orElse(null));
    cells.put("createdAt", text(internetaak, "toegewezenOp"));
    cells.put("handledAt", text(internetaak, "afgehandeldOp"));
    return cells;
  }

  /**
   * Never what the employee wrote: a name could be in it. That it is about something sensitive must
   * not get lost with it.
   */
  private Optional<String> product(String onderwerp) {
    return asking.sensitiveProducts().stream()
        .filter(part -> holds(onderwerp, part))
        .findFirst()
        .or(
            () ->
                settings.products().entrySet().stream()
                    .filter(product -> holds(onderwerp, product.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst());
  }

  private Optional<String> language(String taal) {
    return lookUp(settings.languages(), taal)
        .or(() -> lookUp(LANGUAGES, taal))
        .or(() -> Optional.ofNullable(taal).filter(LANGUAGES::containsValue));
  }

  /** The first that can be one, the standaard adres before others. */
  private Optional<String> address(List<JsonNode> addresses, String soort, String field) {
    return addresses.stream()
        .filter(address -> soort.equals(text(address, "soortDigitaalAdres")))
        .sorted(Comparator.comparing(address -> !address.path("isStandaardAdres").asBoolean()))
        .map(address -> text(address, "adres"))
        .filter(address -> address != null && reader.allows(NewContact.class, field, address))
        .findFirst();
  }

  /** Those of whoever began the contact, or else of the first who took part. */
  private static List<JsonNode> addresses(JsonNode klantcontact) throws NotNowException {
    List<JsonNode> people = expanded(klantcontact, "hadBetrokkenen");
    Optional<JsonNode> resident =
        people.stream()
            .filter(person -> person.path("initiator").asBoolean())
            .findFirst()
            .or(() -> people.stream().findFirst());
    return resident.isPresent() ? expanded(resident.get(), "digitaleAdressen") : List.of();
  }

  private static List<JsonNode> expanded(JsonNode object, String field) throws NotNowException {
    JsonNode expanded = object.path("_expand").path(field);
    if (object.path(field).isEmpty()) {
      return List.of();
    }
    if (!expanded.isArray()) {
      throw NotNowException.thisOne("its answer lacks _expand." + field);
    }
    return StreamSupport.stream(expanded.spliterator(), false).toList();
  }

  private static <T> Optional<T> lookUp(Map<String, T> words, String word) {
    return words.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(word))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean holds(String text, String part) {
    return text != null && text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  /** Null where there is none, or nothing in it. */
  private static String text(JsonNode object, String field) {
    return Stream.of(object.path(field))
        .filter(JsonNode::isTextual)
        .map(value -> value.textValue().strip())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse(null);
  }
}
