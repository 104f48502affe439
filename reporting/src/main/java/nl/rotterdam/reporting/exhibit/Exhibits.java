// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.Arrays;
import java.util.List;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FiguresTable;

/** All that can be shown of one table of figures, in the words of one language. */
public final class Exhibits {
  private final FiguresTable table;
  private final Edition edition;
  private final Words words;

  /**
   * Exhibits for the public: values that rest on too few answers are not shown, whatever audience
   * the table is for.
   */
  public Exhibits(FiguresTable table, Edition edition, Words words) {
    this.table = table.forThePublic();
    this.edition = edition;
    this.words = words;
  }

  /** Every exhibit, in order. */
  public List<Exhibit> all() {
    return Arrays.stream(ExhibitName.values()).map(name -> get(name, Selection.WHOLE)).toList();
  }

  /** One exhibit as it is by itself. */
  public Exhibit get(ExhibitName name) {
    return get(name, Selection.WHOLE);
  }

  /**
   * One exhibit, or a part of it.
   *
   * @throws IllegalArgumentException if one channel is asked for of an exhibit that cannot be shown
   *     so, or a first month after the last
   */
  public Exhibit get(ExhibitName name, Selection selection) {
    Showing showing = new Showing(table, edition, words, selection);
    if (selection.channel().isPresent() && !name.canBeOfOneChannel()) {
      throw new IllegalArgumentException(name.code() + " cannot be shown of one channel");
    }
    return switch (name) {
      case DISSATISFACTION -> new DissatisfactionExhibit(showing).exhibit();
      case INDICATORS -> new IndicatorsExhibit(showing).exhibit();
      case CHANNELS -> new ChannelsExhibit(showing).exhibit();
      case GRADES -> new GradesExhibit(showing).exhibit();
      case RESPONSE -> new ResponseExhibit(showing).exhibit();
      case FIRST_TIME_FIX -> new FirstTimeFixExhibit(showing).exhibit();
      case CALLBACKS -> new CallbacksExhibit(showing).exhibit();
      case CHATS -> new MonthsExhibit(showing, name, FigureName.CHATS, Channel.CHAT).exhibit();
      case VIDEO ->
          new MonthsExhibit(showing, name, FigureName.VIDEO_SUCCESSFUL, Channel.VIDEO).exhibit();
      case VISITS -> new VisitsExhibit(showing).exhibit();
    };
  }
}
