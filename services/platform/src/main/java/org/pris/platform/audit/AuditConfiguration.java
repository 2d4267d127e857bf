package org.pris.platform.audit;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.pris.contracts.Person;
import org.pris.platform.access.AccessRow;
import org.pris.platform.access.AccessRows;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.data.mongodb.core.MongoOperations;

/** Records who reads, in every service that says how its cases are named. */
@AutoConfiguration(afterName = "org.pris.platform.access.AccessConfiguration")
@ConditionalOnWebApplication
@Import(AuditController.class)
class AuditConfiguration {

  /** Outside of the guards: what they refuse is recorded too. */
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor audited(ObjectProvider<AuditRecorder> recorder) {
    var advisor = new DefaultPointcutAdvisor(new AuditedPointcut(), new AuditAdvice(recorder));
    advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return advisor;
  }

  /** A service that keeps rows of who may see a case names cases by them. */
  @Bean
  @ConditionalOnBean(AccessRows.class)
  @ConditionalOnMissingBean
  AuditedCases auditedCases(AccessRows rows) {
    return new AuditedCases() {
      @Override
      public Optional<UUID> named(String id) {
        return rows.find(id).map(AccessRow::id);
      }

      @Override
      public UUID asResponder(String id, Person person) {
        return rows.requireResponder(id, person).id();
      }
    };
  }

  @Bean
  @ConditionalOnBean(AuditedCases.class)
  Audit audit(MongoOperations mongo) {
    return new Audit(mongo);
  }

  @Bean
  @ConditionalOnBean(AuditedCases.class)
  AuditRecorder auditRecorder(Audit audit, AuditedCases cases, Clock clock) {
    return new AuditRecorder(audit, cases, clock);
  }
}
