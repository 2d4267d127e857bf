package org.pris.triage;

import java.util.List;
import org.pris.contracts.Person;
import org.pris.platform.LiveTopic;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@PreAuthorize("hasAnyRole('RESPONDER', 'LEAD', 'AUTHORITY')")
class BoardController {

  private final Board board;
  private final List<LiveTopic<?>> topics;

  BoardController(Board board, List<LiveTopic<?>> topics) {
    this.board = board;
    this.topics = topics;
  }

  /**
   * What happens on the board, as server-sent events: {@code card} (a responder's card, or the
   * authority's case), {@code tasks} ({@code id}, {@code taskProgress}, {@code openMandatoryTasks},
   * {@code tasksRevision}) and {@code removed} ({@code id}). A comment every 15 s; it ends after 5
   * minutes, with the token, or where events may have been missed: open it again, then load the
   * list. Four at most for one person, else 429.
   */
  @GetMapping(path = "/api/board/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter stream(Person person, @AuthenticationPrincipal Jwt token) {
    if (!topics.stream().allMatch(LiveTopic::isReading)) {
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
    }
    return board.open(person, token.getExpiresAt());
  }
}
