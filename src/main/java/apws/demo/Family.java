package apws.demo;

import apws.demo.Carer.Of;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Children who share their parents: made from the eldest's place in the school population, so that every brother and sister finds it. */
record Family(String reference, Names names, String surname, List<Of> carers, boolean lookedAfter, boolean childProtection, boolean mobile, Chance chance) {

    private static final String ORDER_OF_COURT = "A court order forbids contact about the child other than through solicitors";
    private static final String IN_CARE = "Care order: contact goes through the child's social worker";

    static Family of(String reference, int town, Chance chance) {
        var names = Names.ofFamily(chance);
        var surname = chance.of("surname").oneOf(names.surnames());
        var maker = new Maker(reference, names, surname, town, chance);
        boolean lookedAfter = chance.of("looked after").within(0.012);
        return new Family(reference, names, surname, lookedAfter ? maker.fosterHome() : maker.home(), lookedAfter,
                !lookedAfter && chance.of("child protection").within(0.008), chance.of("mobile").within(0.003), chance);
    }

    private record Maker(String reference, Names names, String surname, int town, Chance chance) {

        List<Of> home() {
            double kind = chance.of("kind").fraction();
            var home = Place.near(town, chance.of("home"));
            if (kind < 0.56) {
                boolean oneName = chance.of("one name").within(0.8);
                return List.of(
                        new Of(woman("A", oneName ? surname : otherSurname("A"), home, false, ""), "Mother", true),
                        new Of(man("B", surname, home, ""), "Father", true));
            }
            if (kind < 0.78) {
                return List.of(chance.of("father alone").within(0.12)
                        ? new Of(man("A", surname, home, ""), "Father", true)
                        : new Of(woman("A", surname, home, false, ""), "Mother", true));
            }
            if (kind < 0.93) {
                return separated(home);
            }
            if (kind < 0.97) {
                return List.of(
                        new Of(woman("A", surname, home, false, ""), "Mother", true),
                        new Of(man("B", otherSurname("B"), home, ""), "Stepfather", true),
                        new Of(man("C", surname, Place.near(elsewhere(), chance.of("other home")), ""), "Father", false));
            }
            return List.of(
                    new Of(woman("A", chance.of("married").within(0.6) ? surname : otherSurname("A"), home, false, ""), "Grandmother", true),
                    new Of(man("B", surname, home, ""), "Grandfather", true));
        }

        private List<Of> separated(Place home) {
            boolean hidden = chance.of("hidden").within(0.12);
            boolean kept = hidden || chance.of("no contact").within(0.05);
            return List.of(
                    new Of(woman("A", chance.of("one name").within(0.4) ? surname : otherSurname("A"), home, hidden, ""), "Mother", true),
                    new Of(man("B", surname, Place.near(elsewhere(), chance.of("other home")), kept ? ORDER_OF_COURT : ""), "Father", false));
        }

        List<Of> fosterHome() {
            var carers = new ArrayList<Of>();
            carers.add(new Of(woman("A", otherSurname("A"), Place.near(elsewhere(), chance.of("foster home")), false, ""), "Foster carer", true));
            carers.add(new Of(woman("B", surname, Place.near(town, chance.of("home")), false, IN_CARE), "Mother", false));
            return carers;
        }

        private int elsewhere() {
            return chance.of("elsewhere").below(5);
        }

        private Carer woman(String letter, String lastName, Place home, boolean hidden, String doNotContact) {
            var who = chance.of("carer " + letter);
            return carer(letter, who, who.of("title").oneOf(List.of("Ms", "Mrs", "Mrs", "Miss", "Ms")), who.of("first").oneOf(names.women()),
                    lastName, home, hidden, doNotContact);
        }

        private Carer man(String letter, String lastName, Place home, String doNotContact) {
            var who = chance.of("carer " + letter);
            return carer(letter, who, "Mr", who.of("first").oneOf(names.men()), lastName, home, false, doNotContact);
        }

        private Carer carer(String letter, Chance who, String title, String firstName, String lastName, Place home, boolean hidden, String doNotContact) {
            boolean writes = who.of("e-mail").within(0.85);
            var email = "%s.%s.%s@example.org".formatted(firstName, lastName, reference + letter).toLowerCase(Locale.UK);
            return new Carer(reference + letter, title, firstName, lastName, home, hidden,
                    who.of("mobile").within(0.9) ? Place.mobile(who.of("telephone")) : Place.landline(who.of("telephone")), writes ? email : "",
                    who.of("language").within(0.7) ? names.language() : "English",
                    doNotContact, doNotContact.isEmpty() ? "" : doNotContact.equals(IN_CARE) ? "Virtual school head" : "Headteacher");
        }

        private String otherSurname(String letter) {
            var other = chance.of("surname " + letter).oneOf(names.surnames());
            return other.equals(surname) ? chance.of("surname again " + letter).oneOf(names.surnames()) : other;
        }
    }
}
