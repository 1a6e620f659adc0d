package apws.letter;

import apws.calendar.PostClass;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is true of every letter of one code, as {@code letters/letters.yaml} states it.
 *
 * @param code        the procedure's, such as {@code AL 1.1.0}
 * @param name        in the words of a chronology: "attendance letter"
 * @param to          who gets it, each with the template written for them
 * @param from        who writes to parents
 * @param requires    facts without which it is not written
 * @param either      sets of facts of which one must be there whole
 * @param forms       the forms whose newest entry in the case gives facts too, each with the fields taken from it
 * @param also        forms whose newest entries give facts besides, over those of {@code forms}
 * @param ifThere     facts told only to a parent who was there when they were spoken of
 * @param defaults    facts that stand until the entry or the caller say otherwise
 * @param within      facts that are dates: so long after the letter, on a school day, until the caller says otherwise
 * @param figuresFrom what its figures count from, unless {@code details.figuresFrom} says so; a plan's are compared with those before it
 * @param needsPlan   it speaks of the case's plan
 * @param needsRecord it carries the case's record
 * @param needsSessions it names sessions one by one: the unauthorised ones of its figures, unless the caller names others
 * @param inTimeFor   its facts that are days which it must come before: one that came back is not sent again too late for them
 * @param leavesOut   its facts that are days which one that came back leaves out where it is sent again too late for them
 * @param ownMatter   it is about what that parent is held to have done: it goes to one who is the pupil's parent no longer, too
 * @param post        class of post, in words
 */
record LetterKind(String code, String name, Map<Audience, String> to, From from, List<String> requires, List<List<String>> either,
                  Map<String, List<String>> forms, Map<String, List<String>> also, Set<String> ifThere, Map<String, Object> defaults,
                  Map<String, String> within, FiguresFrom figuresFrom, boolean needsPlan, boolean needsRecord, boolean needsSessions,
                  List<String> inTimeFor, List<String> leavesOut, boolean ownMatter, String post) {

    enum Audience { PARENTS, SCHOOL, SERVICE, LEGAL }

    /** The school; the case's officer, or the service where it has none; the service; {@code CASE}: the officer once there is one. */
    enum From { SCHOOL, OFFICER, SERVICE, CASE }

    /** From where the screening measures; since the current plan; since the plan before it, which the current one follows. */
    enum FiguresFrom { MEASURED, PLAN, REVIEWED }

    LetterKind {
        from = from == null ? From.SCHOOL : from;
        requires = requires == null ? List.of() : requires;
        either = either == null ? List.of() : either;
        forms = forms == null ? Map.of() : forms;
        also = also == null ? Map.of() : also;
        ifThere = ifThere == null ? Set.of() : ifThere;
        defaults = defaults == null ? Map.of() : defaults;
        within = within == null ? Map.of() : within;
        inTimeFor = inTimeFor == null ? List.of() : inTimeFor;
        leavesOut = leavesOut == null ? List.of() : leavesOut;
        figuresFrom = figuresFrom == null ? FiguresFrom.MEASURED : figuresFrom;
    }

    /** @throws IllegalArgumentException naming what is missing */
    void check(Map<String, Object> details) {
        for (var fact : requires) {
            if (isMissing(details, fact)) {
                throw new IllegalArgumentException("Letter %s cannot be written without %s".formatted(code, fact));
            }
        }
        if (!either.isEmpty() && either.stream().noneMatch(set -> set.stream().noneMatch(fact -> isMissing(details, fact)))) {
            throw new IllegalArgumentException("Letter %s cannot be written without %s".formatted(code,
                    String.join(", or ", either.stream().map(set -> String.join(" and ", set)).toList())));
        }
    }

    /**
     * How this letter goes: {@code details.postClass}, or as the kind does.
     *
     * @throws IllegalArgumentException where days hang on it and it would go second class
     */
    PostClass postClass(Map<String, Object> details) {
        var usual = PostClass.of(post);
        var chosen = details.get("postClass") == null ? usual : PostClass.of(details.get("postClass").toString());
        if (usual != PostClass.SECOND_CLASS && chosen == PostClass.SECOND_CLASS) {
            throw new IllegalArgumentException("Letter %s does not go second class".formatted(code));
        }
        return chosen;
    }

    private static boolean isMissing(Map<String, Object> details, String fact) {
        var value = details.get(fact);
        return value == null || value.toString().isBlank() || value instanceof List<?> list && list.isEmpty();
    }
}
