package apws.procedure.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import apws.form.FieldProblem;
import apws.legal.LegalRefusal;
import apws.officer.CannotTake;
import apws.procedure.SentBack;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;

/** Whatever a step or a feature says no with, whoever sent the form hears it as one and the same kind of answer. */
class GateKeepingTest {

    private final CommandExecutor engine = mock(CommandExecutor.class);
    private final Command<Void> sent = context -> null;

    @Test
    void whatAStepSendsBackNamesItsField() {
        when(engine.execute(sent)).thenThrow(new SentBack("chargedOn", "the last day of this session is over"));

        assertThatThrownBy(() -> GateKeeping.run(engine, sent)).isInstanceOfSatisfying(EntryRefused.class, refused ->
                assertThat(refused.problems()).containsExactly(new FieldProblem("chargedOn", "", 0, "the last day of this session is over")))
                .hasMessage("chargedOn: the last day of this session is over");
    }

    @ParameterizedTest
    @ValueSource(classes = {LegalRefusal.class, CannotTake.class})
    void whatAFeatureRefusesIsSaidAsItIs(Class<? extends RuntimeException> kind) {
        var refusal = mock(kind);
        when(refusal.getMessage()).thenReturn("Asha has this case already: choose another officer.");
        when(engine.execute(sent)).thenThrow(refusal);

        assertThatThrownBy(() -> GateKeeping.run(engine, sent)).isInstanceOf(EntryRefused.class)
                .hasMessage("Asha has this case already: choose another officer.");
    }

    @ParameterizedTest
    @ValueSource(classes = {LegalRefusal.class, CannotTake.class})
    void whatAFeatureRefusesIsAWordAboutTheFieldThatAskedForIt(Class<? extends RuntimeException> kind) {
        var refusal = mock(kind);
        when(refusal.getMessage()).thenReturn("not allowed");

        assertThatThrownBy(() -> SentBack.at("officer", () -> {
            throw refusal;
        })).isInstanceOfSatisfying(SentBack.class, back -> assertThat(back.field()).isEqualTo("officer")).hasMessage("officer: not allowed");
    }

    @ParameterizedTest
    @ValueSource(classes = {OptimisticLockingException.class, CannotAcquireLockException.class})
    void whoIsOvertakenIsToldThatNothingWasRecorded(Class<? extends RuntimeException> kind) {
        when(engine.execute(sent)).thenThrow(mock(kind));

        assertThatThrownBy(() -> GateKeeping.run(engine, sent)).isInstanceOf(EntryRefused.class).hasMessageContaining("Nothing of this was recorded");
    }
}
