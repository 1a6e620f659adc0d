package apws.casework;

import apws.form.FieldsRead;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;

/** Reads an entry as the record of its form. */
final class AnswersOf {

    private static final ObjectMapper JSON = mapper();

    private AnswersOf() {
    }

    static boolean isOf(Entry entry, Class<? extends Record> answers) {
        return FieldsRead.forms(answers).contains(entry.form());
    }

    static <T extends Record> T read(Entry entry, Class<T> answers) {
        if (!isOf(entry, answers)) {
            throw new IllegalStateException("Entry %d is of the form %s, which is not read as %s".formatted(entry.id(), entry.form(),
                    answers.getSimpleName()));
        }
        try {
            return JSON.treeToValue(entry.data(), answers);
        } catch (JsonProcessingException e) {
            // without the answers themselves, which are about people
            throw new IllegalStateException("Entry %d is not readable as %s: %s".formatted(entry.id(), answers.getSimpleName(),
                    e.getClass().getSimpleName()));
        }
    }

    private static ObjectMapper mapper() {
        var mapper = JsonMapper.builder().addModule(new JavaTimeModule()).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        for (var type : List.of(String.class, List.class)) {
            mapper.configOverride(type).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
        return mapper;
    }
}
