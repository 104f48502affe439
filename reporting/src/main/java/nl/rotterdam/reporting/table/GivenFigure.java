// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.rotterdam.reporting.figure.Channel;

/** The counts that may be given by another system, since it knows them better or alone. */
public enum GivenFigure {
  VISITS_APPOINTMENT(FigureName.VISITS_APPOINTMENT),
  VISITS_WALK_IN(FigureName.VISITS_WALK_IN),
  VISITS(FigureName.VISITS),
  CONTACTS_COUNTER(FigureName.CONTACTS, Channel.COUNTER),
  CONTACTS_PHONE(FigureName.CONTACTS, Channel.PHONE),
  CONTACTS_CHAT(FigureName.CONTACTS, Channel.CHAT),
  CONTACTS_SOCIAL(FigureName.CONTACTS, Channel.SOCIAL),
  CONTACTS_VIDEO(FigureName.CONTACTS, Channel.VIDEO),
  CHATS(FigureName.CHATS, Channel.CHAT),
  VIDEO_SUCCESSFUL(FigureName.VIDEO_SUCCESSFUL, Channel.VIDEO),
  CALLBACKS(FigureName.CALLBACKS, null);

  private final FigureName figure;
  private final Optional<Channel> channel;
  private final boolean perLocation;

  /** A count of one location's counter. */
  GivenFigure(FigureName figure) {
    this(figure, Channel.COUNTER, true);
  }

  GivenFigure(FigureName figure, Channel channel) {
    this(figure, channel, false);
  }

  GivenFigure(FigureName figure, Channel channel, boolean perLocation) {
    this.figure = figure;
    this.channel = Optional.ofNullable(channel);
    this.perLocation = perLocation;
  }

  /** The figure of the table. */
  public FigureName figure() {
    return figure;
  }

  /** Its channel; empty for all together. */
  public Optional<Channel> channel() {
    return channel;
  }

  /** Whether it is counted for each location, and for years only. */
  public boolean perLocation() {
    return perLocation;
  }

  /** The name under which it is given. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The figure with this code; empty where there is none. */
  public static Optional<GivenFigure> of(String code) {
    return Arrays.stream(values()).filter(figure -> figure.code().equals(code)).findFirst();
  }
}
