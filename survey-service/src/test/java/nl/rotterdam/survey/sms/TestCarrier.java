// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import com.cloudhopper.commons.charset.GSMCharset;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.EnquireLink;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.ServerResponseDeliveryAdapter;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;

/** A carrier made of jSMPP's own server session; refuses and hangs up on cue. */
public final class TestCarrier implements ServerMessageReceiverListener, AutoCloseable {
  private static final int OK = SMPPConstant.STAT_ESME_ROK;

  private final ServerSocket socket;
  private final SMPPServerSessionListener door;
  private final Queue<SMPPServerSession> sessions = new ConcurrentLinkedQueue<>();
  private final List<SubmitSm> received = new CopyOnWriteArrayList<>();
  private final List<BindRequest> binds = new CopyOnWriteArrayList<>();
  private final AtomicInteger enquiries = new AtomicInteger();
  private volatile int submitStatus = OK;
  private volatile Duration thinking = Duration.ZERO;
  private volatile int bindStatus = OK;
  private volatile boolean diesOnSubmit;
  private volatile boolean diesOnBind;
  private final Set<Session> silent = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Death> death = new AtomicReference<>();

  /** The answer has left before it dies after it. */
  private final ServerResponseDeliveryAdapter answers =
      new ServerResponseDeliveryAdapter() {
        @Override
        public void onSubmitSmRespSent(SubmitSmResult result, SMPPServerSession source) {
          if (diesNow(Death.AFTER_ANSWER_TO_SUBMIT)) {
            hangUpAfter(Duration.ofMillis(30));
          }
        }
      };

  /** When it loses its session without a word. */
  public enum Death {
    AFTER_BIND,
    BEFORE_ANSWER_TO_SUBMIT,
    AFTER_ANSWER_TO_SUBMIT,
    BEFORE_ANSWER_TO_DELIVER,
    AFTER_ANSWER_TO_DELIVER,
    /** It does not answer either when it is asked whether it lives. */
    SILENT
  }

  public TestCarrier(int port) throws IOException {
    socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    door = new SMPPServerSessionListener(port, new Door(socket));
    Thread thread = new Thread(this::accept);
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return socket.getLocalPort();
  }

  public void answerSubmit(int status) {
    submitStatus = status;
  }

  /** It passes a message on at once, and tells so this much later. */
  void answerSubmitAfter(Duration wait) {
    thinking = wait;
  }

  public void answerBind(int status) {
    bindStatus = status;
  }

  public void dieOnSubmit(boolean dies) {
    diesOnSubmit = dies;
  }

  /** Dies the next time that it comes to this. */
  void dieOnce(Death when) {
    death.set(when);
    if (when == Death.AFTER_BIND) {
      hangUp();
    }
  }

  /** Whether it is still to die. */
  boolean isDoomed() {
    return death.get() != null;
  }

  private boolean diesNow(Death when) {
    return death.compareAndSet(when, null);
  }

  private void hangUpAfter(Duration wait) {
    new Thread(
            () -> {
              try {
                Thread.sleep(wait.toMillis());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              hangUp();
            })
        .start();
  }

  void dieOnBind(boolean dies) {
    diesOnBind = dies;
  }

  /** Ends the sessions in the orderly way. */
  void unbind() {
    for (SMPPServerSession s = sessions.poll(); s != null; s = sessions.poll()) {
      s.unbindAndClose();
    }
  }

  public List<SubmitSm> received() {
    return received;
  }

  public List<BindRequest> binds() {
    return binds;
  }

  int enquiries() {
    return enquiries.get();
  }

  SMPPServerSession session() {
    sessions.removeIf(session -> session.getSessionState() == SessionState.CLOSED);
    return sessions.peek();
  }

  public void hangUp() {
    for (SMPPServerSession s = sessions.poll(); s != null; s = sessions.poll()) {
      s.close();
    }
  }

  /**
   * Brings a resident's text, as the last session takes it.
   *
   * @return the status with which it was answered, 0 where it was taken
   */
  public int deliverText(String from, String text) throws Exception {
    return deliver(from, 0, 0, new GSMCharset().encode(text));
  }

  /** Brings a receipt of a message that was answered with this number, likewise. */
  public int deliverReceipt(String reference, String state) throws Exception {
    String text =
        "id:%s sub:001 dlvrd:001 submit date:2505141000 done date:2505141001 stat:%s err:000 text:"
            .formatted(reference, state);
    return deliver("31612345678", 0x04, 0, text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Brings anything, from an international number. */
  int deliver(
      String from, int esmClass, int coding, byte[] content, OptionalParameter... parameters)
      throws Exception {
    if (diesNow(Death.BEFORE_ANSWER_TO_DELIVER)) {
      hangUpAfter(Duration.ofMillis(3));
    }
    boolean name = from.chars().anyMatch(Character::isLetter);
    try {
      session()
          .deliverShortMessage(
              "",
              name ? TypeOfNumber.ALPHANUMERIC : TypeOfNumber.INTERNATIONAL,
              NumberingPlanIndicator.ISDN,
              from,
              TypeOfNumber.UNKNOWN,
              NumberingPlanIndicator.UNKNOWN,
              "1400",
              new ESMClass(esmClass),
              (byte) 0,
              (byte) 0,
              new RegisteredDelivery(0),
              new RawDataCoding((byte) coding),
              content,
              parameters);
      if (diesNow(Death.AFTER_ANSWER_TO_DELIVER)) {
        hangUp();
      }
      return OK;
    } catch (NegativeResponseException e) {
      return e.getCommandStatus();
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    hangUp();
  }

  private void accept() {
    try {
      while (true) {
        SMPPServerSession session = door.accept();
        session.setMessageReceiverListener(this);
        session.setTransactionTimer(500);
        session.setResponseDeliveryListener(answers);
        sessions.add(session);
        answerBind(session);
      }
    } catch (IOException e) {
      Thread.currentThread().interrupt(); // the door is closed
    }
  }

  private void answerBind(SMPPServerSession session) {
    try {
      BindRequest bind = session.waitForBind(5000);
      binds.add(bind);
      if (diesOnBind) {
        hangUp();
      } else if (bindStatus == OK) {
        bind.accept("carrier");
        if (diesNow(Death.AFTER_BIND)) {
          hangUp();
        }
      } else {
        bind.reject(bindStatus);
      }
    } catch (IOException | TimeoutException | PDUStringException | IllegalStateException e) {
      session.close(); // somebody hung up; the next one may come in
    }
  }

  @Override
  public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source)
      throws ProcessRequestException {
    if (diesOnSubmit || diesNow(Death.BEFORE_ANSWER_TO_SUBMIT)) {
      hangUp();
    }
    if (submitStatus != OK) {
      throw new ProcessRequestException("on cue", submitStatus);
    }
    received.add(message);
    LockSupport.parkNanos(thinking.toNanos());
    try {
      return new SubmitSmResult(
          new MessageId(String.valueOf(received.size())), new OptionalParameter[0]);
    } catch (PDUStringException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void onAcceptEnquireLink(EnquireLink enquireLink, Session source) {
    enquiries.incrementAndGet();
    if (diesNow(Death.SILENT)) {
      silent.add(source);
    }
    while (silent.contains(source) && source.getSessionState().isBound()) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm message, Session source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti message, SMPPServerSession source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void onAcceptReplaceSm(ReplaceSm message, SMPPServerSession source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void onAcceptCancelSm(CancelSm message, SMPPServerSession source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm message, SMPPServerSession source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void onAcceptCancelBroadcastSm(CancelBroadcastSm message, SMPPServerSession source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public QueryBroadcastSmResult onAcceptQueryBroadcastSm(
      QueryBroadcastSm query, SMPPServerSession source) {
    throw new UnsupportedOperationException();
  }

  /** jSMPP's own does not tell which free port it got. */
  private record Door(ServerSocket socket) implements ServerConnectionFactory {
    @Override
    public ServerConnection listen(int port) {
      return new ServerSocketConnection(socket);
    }

    @Override
    public ServerConnection listen(int port, int timeout) {
      return listen(port);
    }

    @Override
    public ServerConnection listen(int port, int timeout, int backlog) {
      return listen(port);
    }
  }
}
