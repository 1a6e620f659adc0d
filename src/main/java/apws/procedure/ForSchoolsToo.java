package apws.procedure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Of {@link FormFacts}: schools may be shown them too, of their own pupils. Without it they are the council's alone. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ForSchoolsToo {

    /** Whether the school at which a mark was given is shown them too, of a dispute of its marks, when the pupil has moved (settlement 16). */
    boolean ofTheirMarks() default false;
}
