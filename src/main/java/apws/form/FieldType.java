package apws.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The components of a Camunda Form that Tasklist 7.24 (form-js 1.8) can show. */
enum FieldType {

    TEXTFIELD(""), TEXTAREA(""), NUMBER(null), CHECKBOX(false), RADIO(null), SELECT(null), CHECKLIST(List.of()), TAGLIST(List.of()),
    DATETIME(null), EXPRESSION(null),
    GROUP, DYNAMICLIST,
    TEXT, HTML, TABLE, IMAGE, IFRAME, SPACER, SEPARATOR, BUTTON;

    private final boolean keyed;
    private final Object empty;

    FieldType() {
        this.keyed = false;
        this.empty = null;
    }

    FieldType(Object empty) {
        this.keyed = true;
        this.empty = empty;
    }

    /** Whether a person's answer is kept under its key. */
    boolean keyed() {
        return keyed;
    }

    /** What the form holds while nothing is filled in, and so what conditions see. */
    Object empty() {
        return empty;
    }

    static Optional<FieldType> named(String name) {
        for (var type : values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
