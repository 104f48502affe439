// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.EnquireLink;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;

/** A carrier made of jSMPP's own server session; refuses and hangs up on cue. */
final class TestCarrier implements ServerMessageReceiverListener, AutoCloseable {
  private static final int OK = SMPPConstant.STAT_ESME_ROK;

  private final ServerSocket socket;
  private final SMPPServerSessionListener door;
  private final Queue<SMPPServerSession> sessions = new ConcurrentLinkedQueue<>();
  private final List<SubmitSm> received = new CopyOnWriteArrayList<>();
  private final List<BindRequest> binds = new CopyOnWriteArrayList<>();
  private final AtomicInteger enquiries = new AtomicInteger();
  private volatile int submitStatus = OK;
  private volatile int bindStatus = OK;
  private volatile boolean diesOnSubmit;

  TestCarrier(int port) throws IOException {
    socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    door = new SMPPServerSessionListener(port, new Door(socket));
    Thread thread = new Thread(this::accept);
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  void answerSubmit(int status) {
    submitStatus = status;
  }

  void answerBind(int status) {
    bindStatus = status;
  }

  void dieOnSubmit(boolean dies) {
    diesOnSubmit = dies;
  }

  List<SubmitSm> received() {
    return received;
  }

  List<BindRequest> binds() {
    return binds;
  }

  int enquiries() {
    return enquiries.get();
  }

  SMPPServerSession session() {
    return sessions.peek();
  }

  void hangUp() {
    for (SMPPServerSession s = sessions.poll(); s != null; s = sessions.poll()) {
      s.close();
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
        sessions.add(session);
        BindRequest bind = session.waitForBind(5000);
        binds.add(bind);
        if (bindStatus == OK) {
          bind.accept("carrier");
        } else {
          bind.reject(bindStatus);
        }
      }
    } catch (IOException | TimeoutException | PDUStringException e) {
      Thread.currentThread().interrupt(); // the door is closed
    }
  }

  @Override
  public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source)
      throws ProcessRequestException {
    if (diesOnSubmit) {
      received.add(message);
      hangUp();
    }
    if (submitStatus != OK) {
      throw new ProcessRequestException("on cue", submitStatus);
    }
    received.add(message);
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
