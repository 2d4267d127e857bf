package org.pris.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.mongodb.core.MongoOperations;

/** MongoDB: how long it is waited for, references, and what is sealed at rest. */
@AutoConfiguration
class StorePlatform {

  /** Only where something asks for it: who has nothing to seal needs no keys. */
  @Bean
  @Lazy
  Vault vault(@Value("${pris.secret.keys:}") String keys) {
    return new Vault(keys);
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MongoOperations.class)
  static class Store {

    @Bean
    StorePatience storePatience() {
      return new StorePatience();
    }

    @Bean
    static StoreAwaited storeAwaited() {
      return new StoreAwaited(StoreAwaited.AT_MOST);
    }

    @Bean
    References references(MongoOperations mongo) {
      return new References(mongo);
    }
  }
}
