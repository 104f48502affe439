// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.util.Arrays;
import java.util.Optional;

/** The figures of the figures table, in the order in which they are listed. */
public enum FigureName {
  /** Number of contacts. */
  CONTACTS("contacts"),
  /** Answers with an overall score. */
  ANSWERS("answers"),
  /** Share of scores of 6 or lower, with Wilson limits. */
  SHARE("share"),
  /** Net Promoter Score in points, with adjusted Wald limits. */
  NPS("nps"),
  /** Mean grade, with t limits. */
  MEAN("mean"),
  /** Share of scores of 6 or lower over twelve complete months, with Wilson limits. */
  SHARE_12M("share_12m"),
  /** Relative reduction of that share against the baseline, with MOVER-R limits. */
  REDUCTION("reduction"),
  /** The same at the baseline's mix of channels. */
  REDUCTION_STANDARDISED("reduction_standardised"),
  /** The share that the goal comes down to: the baseline's, less the promised reduction. */
  GOAL_SHARE("goal_share"),
  /** Probability that the goal is already met. */
  GOAL_PROBABILITY("goal_probability"),
  /** Answers that a window must hold to tell on which side of the goal the reduction lies. */
  ANSWERS_NEEDED("answers_needed"),
  /** Difference in share against the baseline, with Newcombe's limits. */
  CHANGE("change"),
  /** The part of that difference that is due to other shares by channel. */
  RATE_EFFECT("rate_effect"),
  /** The part of that difference that is due to another mix of channels among the answers. */
  MIX_EFFECT("mix_effect"),
  /** How many times as dissatisfied the silent must be now for the fall to be nil. */
  NONRESPONSE_FACTOR("nonresponse_factor"),
  /** Cochran-Armitage's z over the months; negative is falling. */
  TREND_Z("trend_z"),
  /** Its two-sided p-value. */
  TREND_P("trend_p"),
  /** The share over the twelve months to the horizon if the same pace goes on. */
  FORECAST_SHARE_12M("forecast_share_12m"),
  /** Contacts whose resident was not invited, by reason. */
  NOT_INVITED("not_invited"),
  /** Contacts whose resident was invited. */
  INVITED("invited"),
  /** Answers with at least one score. */
  ANSWERED("answered"),
  /** Contacts that can be asked about: there is an address or a link to hand out. */
  FUNNEL_REACHABLE("funnel_reachable"),
  /** Of those, the ones that no rule forbids to ask about. */
  FUNNEL_ELIGIBLE("funnel_eligible"),
  /** Of those, the ones in the sample. */
  FUNNEL_SAMPLED("funnel_sampled"),
  /** Of those, the ones whose invitation was sent or handed out. */
  FUNNEL_SENT("funnel_sent"),
  /** Of those, the ones that arrived. */
  FUNNEL_DELIVERED("funnel_delivered"),
  /** Of those, the ones whose page was opened. */
  FUNNEL_OPENED("funnel_opened"),
  /** Of those, the ones with one to three scores. */
  FUNNEL_PARTIAL("funnel_partial"),
  /** Of those, the ones with all four scores. */
  FUNNEL_COMPLETE("funnel_complete"),
  /** Invitations with an answer that is kept apart, as a mail scanner's. */
  FUNNEL_SET_ASIDE("funnel_set_aside"),
  /** RR2: answers of those invited. */
  RESPONSE_RATE("response_rate"),
  /** Share of telephone contacts, of known outcome, that were resolved the first time. */
  FIRST_TIME_FIX("first_time_fix"),
  /** Call-back notes created. */
  CALLBACKS("callbacks"),
  /** Share of those due that were handled on time. */
  CALLBACKS_ON_TIME("callbacks_on_time"),
  /** Call-back notes that were not handled in time. */
  CALLBACKS_LATE("callbacks_late"),
  /** Call-back notes that are not handled yet and still have time. */
  CALLBACKS_OPEN("callbacks_open"),
  /**
   * Mean timeliness score of residents who were called back in time, or late, and the difference.
   */
  TIMELINESS_BY_CALLBACK("timeliness_by_callback"),
  /** Chats with an employee. */
  CHATS("chats"),
  /** Video conversations longer than 60 seconds. */
  VIDEO_SUCCESSFUL("video_successful"),
  /** Visits to one location. */
  VISITS("visits"),
  /** Visits to one location for which the resident had an appointment. */
  VISITS_APPOINTMENT("visits_appointment"),
  /** Visits to one location without one. */
  VISITS_WALK_IN("visits_walk_in"),
  /** Answers given on counter screens, with an overall score. */
  KIOSK_ANSWERS("kiosk_answers"),
  /** Share of their scores of 6 or lower, with Wilson limits. */
  KIOSK_SHARE("kiosk_share"),
  /** Their mean grade, with t limits. */
  KIOSK_MEAN("kiosk_mean"),
  /** Answers on counter screens that look like a flood and do not count. */
  KIOSK_SET_ASIDE("kiosk_set_aside"),
  /** Open answers about each theme. */
  THEME_MENTIONS("theme_mentions");

  private final String code;

  FigureName(String code) {
    this.code = code;
  }

  /** The name in the figures table and in the API. */
  public String code() {
    return code;
  }

  /** The figure with this code; empty where there is none. */
  public static Optional<FigureName> of(String code) {
    return Arrays.stream(values()).filter(figure -> figure.code.equals(code)).findFirst();
  }
}
