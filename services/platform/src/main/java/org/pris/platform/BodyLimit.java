package org.pris.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** No JSON body of ours is larger than this; whoever sends more gets 413, whatever they declare. */
final class BodyLimit extends OncePerRequestFilter {

  static final long LIMIT = 256 * 1024;

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > LIMIT) {
      response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response
          .getWriter()
          .write(
              "{\"type\":\"%scontent-too-large\",\"status\":413,\"detail\":\"At most %d bytes.\"}"
                  .formatted(ProblemAnswers.URN, LIMIT));
      return;
    }
    chain.doFilter(new Bounded(request), response);
  }

  /** A body without a length ends here too: what lies behind reads as cut off, hence unreadable. */
  private static final class Bounded extends HttpServletRequestWrapper {

    Bounded(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      var body = super.getInputStream();
      return new ServletInputStream() {
        private long left = LIMIT;

        @Override
        public int read() throws IOException {
          return left-- > 0 ? body.read() : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
          if (left <= 0) {
            return -1;
          }
          var read = body.read(into, offset, (int) Math.min(length, left));
          left -= Math.max(read, 0);
          return read;
        }

        @Override
        public boolean isFinished() {
          return left <= 0 || body.isFinished();
        }

        @Override
        public boolean isReady() {
          return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
          body.setReadListener(listener);
        }
      };
    }
  }
}
