package org.pris.platform.store;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.mongodb.core.MongoOperations;

/** MongoDB: how long it is waited for, references, and what is sealed at rest. */
@AutoConfiguration
class StoreConfiguration {

  /** Only where something asks for it: who has nothing to seal needs no keys. */
  @Bean
  @Lazy
  SecretSealer vault(@Value("${pris.secret.keys:}") String keys) {
    return new SecretSealer(keys);
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MongoOperations.class)
  static class Store {

    @Bean
    MongoTimeouts storePatience() {
      return new MongoTimeouts();
    }

    @Bean
    static MongoStartupWait storeAwaited() {
      return new MongoStartupWait(MongoStartupWait.AT_MOST);
    }

    @Bean
    References references(MongoOperations mongo) {
      return new References(mongo);
    }
  }
}
