package apws.procedure.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import apws.pupil.Parent;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.pupil.School;
import apws.pupil.Schools;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsualParticipantsTest {

    private final Pupils pupils = mock(Pupils.class);
    private final Parents parents = mock(Parents.class);
    private final Schools schools = mock(Schools.class);

    @Test
    void namesThePupilTheParentsWhoMayBeWrittenToAndWhoLeadsForTheSchool() {
        when(pupils.get(7)).thenReturn(new Pupil(7L, "A999400000001", "Ada", "Moss", LocalDate.of(2014, 5, 3), "8", "9994001",
                LocalDate.of(2025, 9, 4), null, false, false, false, false, false, false, false, false));
        when(parents.of(7)).thenReturn(List.of(
                new ParentOfPupil(parent(11L, "Moss", null), "mother", true),
                new ParentOfPupil(parent(12L, "Reed", "court order"), "father", false)));
        when(schools.get("9994001")).thenReturn(new School("9994001", "Hill School", "1 Hill", "01632 960000", "office@example.org", "8 to 4",
                "Mr H Head", "Ms P Lead", "attendance lead", false, null));

        var facts = new UsualParticipants(pupils, parents, schools).facts(Map.of("pupilId", 7L));

        assertThat(facts).containsEntry("people", List.of(row("Ada Moss", "pupil"), row("Ms A Moss", "mother")))
                .containsEntry("parties", List.of(row("Ada Moss", "pupil"), row("Ms A Moss", "mother"), row("Ms P Lead", "attendance lead")));
    }

    private static Map<String, Object> row(String name, String role) {
        return Map.of("name", name, "role", role);
    }

    private static Parent parent(long id, String lastName, String doNotContact) {
        return new Parent(id, "P" + id, "Ms", "Anna", lastName, "1 Road", "ZZ99 9ZZ", false, "01632 960001", null, null, doNotContact,
                doNotContact == null ? null : "Ms S Manager");
    }
}
