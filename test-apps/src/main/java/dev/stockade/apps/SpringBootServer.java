package dev.stockade.apps;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * A Spring Boot application without a controller: its embedded Tomcat, configured by {@code
 * server.*} properties as any, answers 404.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class SpringBootServer {
  public static void main(String[] properties) {
    SpringApplication.run(SpringBootServer.class, properties);
  }
}
