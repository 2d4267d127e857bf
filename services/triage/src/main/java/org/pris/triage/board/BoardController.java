package org.pris.triage.board;

import java.util.List;
import org.pris.contracts.Person;
import org.pris.platform.kafka.TopicTail;
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
  private final List<TopicTail<?>> topics;

  BoardController(Board board, List<TopicTail<?>> topics) {
    this.board = board;
    this.topics = topics;
  }

  /**
   * What happens on the board, as server-sent events: {@code card} (a responder's card, or the
   * authority's case), {@code tasks} ({@code id}, {@code taskProgress}, {@code openMandatoryTasks},
   * {@code tasksRevision}) and {@code removed} ({@code id}). {@code beat} where nothing happened
   * for 15 s: a stream that says nothing for longer is dead. It ends after 5 minutes, with the
   * token, or where events may have been missed: open it again, then load the list. Four at a time
   * for one session and instance of this service: a fifth ends the oldest, whose last word is
   * {@code replaced}; 429 only to who opens them faster than they can end.
   */
  @GetMapping(path = "/api/board/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter stream(Person person, @AuthenticationPrincipal Jwt token) {
    if (!isLive()) {
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
    }
    var session = token.getClaimAsString("sid"); // Keycloak's; a machine has none
    var stream =
        board.open(person, session == null ? person.subject() : session, token.getExpiresAt());
    if (!isLive()) { // what ended all streams may not have known this one yet
      board.broken();
    }
    return stream;
  }

  private boolean isLive() {
    return topics.stream().allMatch(TopicTail::isReading);
  }
}
