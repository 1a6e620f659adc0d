package apws.procedure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A bean that diagrams may name in an expression. They reach no other. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ForDiagrams {

    /** The input parameters without which a task that calls this bean is not deployed. */
    String[] needs() default {};
}
