// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;

/** Refuses what residents send, for now: without a receiver jSMPP logs their words. */
final class RefusingReceiver implements MessageReceiverListener {

  @Override
  public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
    throw refusal();
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm message, Session source)
      throws ProcessRequestException {
    throw refusal();
  }

  @Override
  public void onAcceptAlertNotification(AlertNotification alert) {
    // says that a handset is back in reach, which we did not ask
  }

  private static ProcessRequestException refusal() {
    return new ProcessRequestException("Nothing is received", SMPPConstant.STAT_ESME_RX_R_APPN);
  }
}
