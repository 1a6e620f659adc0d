package apws.demo;

import java.util.List;

/** What the people of one school write on forms. */
record Words(DemoSchool school) {

    private static final List<String> WHY_HELD = List.of("One illness, over now", "Spoken to at the gate, better since", "Back from hospital last week",
            "New to the school, settling in", "Form tutor will ring home first", "Marks being checked");
    private static final List<String> BARRIERS = List.of("Mornings: nobody at home when it is time to leave", "Worry about lessons missed, which makes the next day harder",
            "Falls asleep late, and cannot get up", "Long bus journey with a change that is often missed", "A falling-out with two others in the class",
            "Looks after a younger brother when mother works early", "Stomach aches on Sunday evenings and Mondays");
    private static final List<String> CHILD = List.of("I like school when I am there. Mornings are the problem.", "Maths is hard since I missed so much.",
            "I would come more if I could start the day in the library.", "I do not like the corridor before lessons.", "I want to go on the trip in spring.");
    private static final List<String> PARENTS = List.of("We want this to work. A call when something is wrong would help.", "He says he is ill and I cannot tell whether it is so.",
            "She was happy here until the summer. Something has changed.", "I leave for work at six; the bus is the difficulty.", "We did not know that it added up to so much.");
    private static final List<String> STRENGTHS = List.of("Good at art, and proud of it", "A close friend in the class", "A grandmother nearby who helps",
            "Never misses football", "Reads a great deal at home");
    private static final List<String> SUPPORT = List.of("A quiet start to the day in the learning base", "Breakfast club from 8 am, free of charge",
            "A key adult who meets the pupil at the gate", "Catch-up lessons in mathematics twice a week", "School nurse to see the pupil about sleep",
            "A place in the lunchtime club");
    private static final List<String> PROGRESS = List.of("Breakfast club used on most days; the calls home were made.", "The quiet start works. Catch-up lessons have begun.",
            "First action done, second not yet: the school nurse comes next week.", "Both actions were begun and then dropped.");
    private static final List<String> WENT_WELL = List.of("Whole weeks in school, for the first time this year", "Came in on difficult mornings too",
            "Asked for help instead of staying at home", "On time every day");

    String lead() {
        return school.leadFirstName() + " " + school.leadLastName();
    }

    String whyHeld(Chance chance) {
        return chance.of("why held").oneOf(WHY_HELD);
    }

    String barrier(Chance chance) {
        return chance.of("barrier in words").oneOf(BARRIERS);
    }

    String childView(Chance chance) {
        return chance.of("child's view").oneOf(CHILD);
    }

    String parentsView(Chance chance) {
        return chance.of("parents' view").oneOf(PARENTS);
    }

    String strength(Chance chance) {
        return chance.of("strength").oneOf(STRENGTHS);
    }

    String support(Chance chance) {
        return chance.of("support").oneOf(SUPPORT);
    }

    String progress(Chance chance) {
        return chance.of("progress").oneOf(PROGRESS);
    }

    String wentWell(Chance chance) {
        return chance.of("went well").oneOf(WENT_WELL);
    }
}
