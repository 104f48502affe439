// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.rotterdam.reporting.figure.Channel;

/** What there is in the city: places, products and languages, and how often each occurs. */
final class CityFacts {

  /** What a contact is about, and the part of the organisation that it belongs to. */
  record Product(String name, String cluster) {}

  static final Weighted<String> LOCATIONS =
      new Weighted<String>()
          .and("Centrum", 28)
          .and("Prins Alexander", 14)
          .and("Feijenoord", 14)
          .and("IJsselmonde", 14)
          .and("Delfshaven", 5)
          .and("Hoogvliet", 5)
          .and("Charlois", 5)
          .and("Rozenburg", 4)
          .and("Noord", 3)
          .and("Kralingen-Crooswijk", 3)
          .and("Hoek van Holland", 2)
          .and("Hillegersberg-Schiebroek", 2)
          .and("Overschie", 1);

  static final List<String> WIJKEN =
      List.of(
          "Afrikaanderwijk",
          "Agniesebuurt",
          "Bergpolder",
          "Beverwaard",
          "Bloemhof",
          "Blijdorp",
          "Bospolder",
          "Carnisse",
          "Cool",
          "De Esch",
          "Groot-IJsselmonde",
          "Het Lage Land",
          "Hillegersberg-Noord",
          "Hillesluis",
          "Hoek van Holland",
          "Hoogvliet-Noord",
          "Hoogvliet-Zuid",
          "Katendrecht",
          "Kralingen-Oost",
          "Kralingen-West",
          "Lombardijen",
          "Middelland",
          "Nesselande",
          "Nieuwe Westen",
          "Ommoord",
          "Oosterflank",
          "Oude Westen",
          "Overschie",
          "Pendrecht",
          "Pernis",
          "Rozenburg",
          "Schiebroek",
          "Spangen",
          "Stadsdriehoek",
          "Tarwewijk",
          "Tussendijken",
          "Vreewijk",
          "Zevenkamp",
          "Zuidwijk");

  static final Weighted<String> LANGUAGES =
      new Weighted<String>()
          .and("nl", 86)
          .and("en", 7)
          .and("tr", 2)
          .and("pl", 2)
          .and("ar", 2)
          .and("pt", 1);

  private static final String SERVICE = "Dienstverlening";
  private static final String STREETS = "Stadsbeheer";

  /** How often a product comes up at the counter, by telephone, chat, social media and video. */
  private record Demand(Product product, int... weights) {}

  private static final List<Demand> DEMANDS =
      List.of(
          demand("Paspoort", SERVICE, 28, 10, 10, 3, 12),
          demand("Rijbewijs", SERVICE, 22, 7, 8, 2, 10),
          demand("Identiteitskaart", SERVICE, 18, 5, 5, 1, 8),
          demand("Uittreksel BRP", SERVICE, 9, 5, 7, 1, 8),
          demand("Verhuizing", SERVICE, 6, 8, 14, 3, 20),
          demand("Geboorteaangifte", SERVICE, 6, 2, 2, 0, 14),
          demand("Parkeervergunning", SERVICE, 2, 11, 15, 8, 8),
          demand("Afval en grofvuil", STREETS, 0, 14, 14, 34, 0),
          demand("Melding openbare ruimte", STREETS, 0, 12, 8, 38, 0),
          demand("Gemeentebelastingen", "Bestuurs- en Concernondersteuning", 2, 14, 10, 5, 6),
          demand("Bijstand", "Werk en Inkomen", 4, 6, 3, 2, 8),
          demand("Wmo en zorg", "Maatschappelijke Ontwikkeling", 2, 5, 2, 2, 6),
          demand("Omgevingsvergunning", "Stadsontwikkeling", 1, 2, 2, 1, 0));

  private static final Map<Channel, Weighted<Product>> PRODUCTS = byChannel();

  private CityFacts() {}

  /** What contacts by this channel are about. */
  static Weighted<Product> products(Channel channel) {
    return PRODUCTS.get(channel);
  }

  private static Demand demand(String name, String cluster, int... weights) {
    return new Demand(new Product(name, cluster), weights);
  }

  private static Map<Channel, Weighted<Product>> byChannel() {
    Map<Channel, Weighted<Product>> products = new EnumMap<>(Channel.class);
    Arrays.stream(Channel.values()).forEach(channel -> products.put(channel, new Weighted<>()));
    for (Demand demand : DEMANDS) {
      products.forEach(
          (channel, weighted) -> weighted.and(demand.product, demand.weights[channel.ordinal()]));
    }
    return products;
  }
}
