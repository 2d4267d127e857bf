package org.pris.triage.board;

import org.pris.contracts.CaseEvent;
import org.pris.contracts.TaskEvent;
import org.pris.contracts.Topics;
import org.pris.platform.kafka.TopicTail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import tools.jackson.databind.json.JsonMapper;

/** What the live board hears. */
@Configuration(proxyBeanMethods = false)
class BoardTopics {

  @Bean
  TopicTail<CaseEvent> liveCases(ConsumerFactory<?, ?> kafka, JsonMapper json, Board board) {
    return new TopicTail<>(kafka, json, Topics.CASES, CaseEvent.class, board::heard, board::broken);
  }

  @Bean
  TopicTail<TaskEvent> liveTasks(ConsumerFactory<?, ?> kafka, JsonMapper json, Board board) {
    return new TopicTail<>(
        kafka, json, Topics.TASKS, TaskEvent.class, board::progressed, board::broken);
  }
}
