package org.pris.triage;

import org.pris.contracts.CaseEvent;
import org.pris.contracts.TaskEvent;
import org.pris.contracts.Topics;
import org.pris.platform.LiveTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import tools.jackson.databind.json.JsonMapper;

/** What the live board hears. */
@Configuration(proxyBeanMethods = false)
class BoardTopics {

  @Bean
  LiveTopic<CaseEvent> liveCases(ConsumerFactory<?, ?> kafka, JsonMapper json, Board board) {
    return new LiveTopic<>(kafka, json, Topics.CASES, CaseEvent.class, board::heard, board::broken);
  }

  @Bean
  LiveTopic<TaskEvent> liveTasks(ConsumerFactory<?, ?> kafka, JsonMapper json, Board board) {
    return new LiveTopic<>(
        kafka, json, Topics.TASKS, TaskEvent.class, board::progressed, board::broken);
  }
}
