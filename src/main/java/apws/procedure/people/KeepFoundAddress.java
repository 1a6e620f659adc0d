package apws.procedure.people;

import apws.casework.Entries;
import apws.letter.Recipients;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.answers.AddressFound;
import apws.procedure.names.BetweenSteps;
import apws.pupil.Parent;
import apws.pupil.Parents;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the address, and the name where letters could not print it, as {@code find-address} has them. */
@Component
@ForDiagrams
class KeepFoundAddress implements JavaDelegate {

    private final Entries entries;
    private final Parents parents;

    KeepFoundAddress(Entries entries, Parents parents) {
        this.entries = entries;
        this.parents = parents;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var found = entries.get(input.entryId()).as(AddressFound.class);
        var held = parents.get(input.number(BetweenSteps.UNREACHED_PARENT));
        var now = new Parent(held.id(), held.reference(), held.title(), orHeld(found.newForename(), held.firstName()),
                orHeld(found.newSurname(), held.lastName()), found.newAddress().strip(), found.newPostcode().strip().toUpperCase(
                        Locale.ROOT), held.addressConfidential(), held.telephone(), held.email(), held.language(),
                held.doNotContactReason(), held.doNotContactAuthorisedBy());
        Recipients.whyUnreachable(now).ifPresent(why -> {
            throw new SentBack("newAddress", "no letter can go there: %s.".formatted(why));
        });
        parents.save(now);
    }

    private static String orHeld(String typed, String held) {
        return typed.isBlank() ? held : typed.strip();
    }
}
