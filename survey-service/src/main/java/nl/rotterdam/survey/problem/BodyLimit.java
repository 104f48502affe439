// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.problem;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses a body that is too large with 413, by what it says and by what really comes. Some of the
 * rest is read and thrown away: a client that is still sending when the connection closes would
 * never see the refusal.
 */
@Priority(Priorities.ENTITY_CODER)
public final class BodyLimit implements ContainerRequestFilter {
  private static final long DRAINED = 16 * 1024 * 1024;

  private final long bytes;
  @Context private ResourceInfo operation;

  public BodyLimit(long bytes) {
    this.bytes = bytes;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (operation.getResourceMethod().isAnnotationPresent(AnyLength.class)) {
      return;
    }
    if (request.getLength() > bytes) {
      throw tooLarge(request.getEntityStream());
    }
    request.setEntityStream(new Limited(request.getEntityStream()));
  }

  private ProblemException tooLarge(InputStream rest) throws IOException {
    byte[] buffer = new byte[8192];
    long left = DRAINED;
    for (int read = 0; read >= 0 && left > 0; read = rest.read(buffer)) {
      left -= read;
    }
    return new ProblemException(413, "The body may hold %d bytes at most".formatted(bytes));
  }

  private final class Limited extends FilterInputStream {
    private long left = bytes;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw tooLarge(in);
      }
    }
  }
}
