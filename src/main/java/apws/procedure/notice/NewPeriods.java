package apws.procedure.notice;

import apws.calendar.PostClass;
import apws.calendar.SchoolCalendar;
import apws.legal.Window;
import apws.legal.Windows;
import apws.letter.Letter;
import apws.letter.Letters;
import apws.procedure.engine.Timers;
import apws.procedure.letter.DaysGiven;
import apws.procedure.names.PenaltyNoticeProcess;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * A letter that gave its parent a period, came back, and is sent again: its days begin with its new receipt, on paper, on record, and in the
 * timers of the case (settlement 5).
 */
@Component
class NewPeriods implements DaysGiven {

    private final Letters letters;
    private final NoticeLetters notices;
    private final Improvements improvements;
    private final Windows windows;
    private final SchoolCalendar calendar;
    private final RuntimeService runtime;
    private final Timers timers;

    NewPeriods(Letters letters, NoticeLetters notices, Improvements improvements, Windows windows, SchoolCalendar calendar,
                RuntimeService runtime, Timers timers) {
        this.letters = letters;
        this.notices = notices;
        this.improvements = improvements;
        this.windows = windows;
        this.calendar = calendar;
        this.runtime = runtime;
        this.timers = timers;
    }

    @Override
    public Map<String, Object> onPaper(Letter returned) {
        var notice = letters.detail(returned.id(), PenaltyNoticeProcess.NUMBER);
        if (notice.isPresent()) {
            return notices.daysAgain(notice.get());
        }
        if (letters.detail(returned.id(), Improvements.FROM).isEmpty()) {
            return Map.of();
        }
        var weeks = letters.detail(returned.id(), Improvements.WEEKS);
        return weeks.isPresent() ? improvements.daysIfPostedToday(Integer.parseInt(weeks.get())) : given(returned)
                .map(window -> Map.<String, Object>of(Improvements.FROM, window.from().toString(), Improvements.TO,
                        window.lastDay().toString())).orElse(Map.of());
    }

    /** The same period from its new receipt; a Notice to Improve by itself has a process that records its posting. */
    private Optional<Window> given(Letter returned) {
        return returned.parentId() == null || letters.detail(returned.id(), Improvements.WEEKS).isPresent() ? Optional.empty()
                : windows.lastGiven(returned.pupilId(), returned.parentId(), returned.code()).map(before -> {
                    var received = calendar.received(calendar.today(), PostClass.FIRST_CLASS);
                    return new Window(before.pupilId(), before.parentId(), before.letter(), received,
                            received.plusDays(ChronoUnit.DAYS.between(before.from(), before.lastDay())), before.grounds());
                });
    }

    @Override
    public void begin(Letter returned, String receipt) {
        given(returned).ifPresent(window -> {
            windows.begin(window);
            moveOn(returned.caseReference(), receipt, window.from().toString());
        });
    }

    /** For all of the parents with the last receipt. */
    private void moveOn(String caseReference, String receipt, String received) {
        for (var stage : runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseReference).list()) {
            var before = runtime.getVariable(stage.getId(), receipt);
            if (before != null && before.toString().compareTo(received) < 0) {
                runtime.setVariable(stage.getId(), receipt, received);
                timers.recalculate(stage.getId());
            }
        }
    }
}
