// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.problem;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses a body that is too large with 413, by what it says and by what really comes. */
@Priority(Priorities.ENTITY_CODER)
public final class BodyLimit implements ContainerRequestFilter {
  private final long bytes;

  public BodyLimit(long bytes) {
    this.bytes = bytes;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getLength() > bytes) {
      throw tooLarge();
    }
    request.setEntityStream(new Limited(request.getEntityStream()));
  }

  private ProblemException tooLarge() {
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

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw tooLarge();
      }
    }
  }
}
