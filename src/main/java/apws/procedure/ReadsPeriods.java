package apws.procedure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Of a delegate, or of facts that a form shows: the input parameters that it reads as ISO-8601 periods, such as {@code P14D}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ReadsPeriods {

    String[] value();
}
