package apws.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

    /** Before the sign-in, which leads to where one wanted to go. */
    @Bean
    FilterRegistrationBean<DemoDoor> demoDoor(DemoClock clock, ObjectMapper json) {
        var filter = new FilterRegistrationBean<>(new DemoDoor(clock, json));
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return filter;
    }
}
