package apws.procedure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Of a parameter that diagrams give as ISO-8601 text, such as {@code P14D}: one that is none is refused when the diagram is deployed. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface IsoPeriod {
}
