package apws.demo;

import java.util.List;
import java.util.stream.Stream;

/**
 * The eight schools of the demo authority, Fernshire Council, which does not exist.
 *
 * @param code   authority 999 and a school number: no real school has one like it
 * @param key    what its users' names end in
 * @param town   which of the authority's towns it stands in
 * @param places children it takes in each year
 */
record DemoSchool(String code, String key, String name, Phase phase, int town, String street, String postcode, int places, String headteacher,
                  String leadFirstName, String leadLastName, String leadPost) {

    static final List<DemoSchool> PRIMARY = List.of(
            new DemoSchool("9992001", "brackenhithe-primary", "Brackenhithe Primary School", Phase.PRIMARY, 0, "Chapel Rise", "XF1 2BD", 45,
                    "Mrs H Oakden", "Tessa", "Birkett", "Attendance Lead and Deputy Headteacher"),
            new DemoSchool("9992002", "quillbridge-primary", "Quillbridge Community Primary School", Phase.PRIMARY, 1, "Kiln Hill", "XF2 4LN", 30,
                    "Mr D Farrow", "Marek", "Sokolnik", "Assistant Headteacher, Attendance"),
            new DemoSchool("9992003", "ottersleigh", "Ottersleigh Church of England Primary School", Phase.PRIMARY, 2, "Abbot's Walk", "XF3 1QA", 30,
                    "Ms R Gillott", "Lorna", "Pendle", "Pastoral Lead"),
            new DemoSchool("9992004", "tansyford", "Tansyford Primary School", Phase.PRIMARY, 3, "Rushey Field", "XF4 7HJ", 30,
                    "Mrs S Dhaliwan", "Joel", "Sykes", "Attendance Lead"),
            new DemoSchool("9992005", "marlesworth", "Marlesworth Lane Primary School", Phase.PRIMARY, 4, "Marlesworth Lane", "XF5 3TW", 30,
                    "Mr P Ingleby", "Amina", "Qureshan", "Attendance Lead and SENCO"));

    static final DemoSchool HIGH = new DemoSchool("9994001", "brackenhithe-high", "Brackenhithe High School", Phase.SECONDARY, 0, "Foundry Street",
            "XF1 6PR", 90, "Ms C Winterburn", "Gareth", "Lumb", "Assistant Headteacher, Behaviour and Attendance");
    static final DemoSchool ACADEMY = new DemoSchool("9994002", "quillbridge-academy", "Quillbridge Academy", Phase.SECONDARY, 1, "Station Parade",
            "XF2 8SU", 75, "Dr A Thornber", "Denise", "Hallam", "Attendance and Welfare Manager");
    static final DemoSchool SPECIAL = new DemoSchool("9997001", "rookery", "The Rookery School", Phase.SPECIAL, 4, "Old Ferry Lane", "XF5 9YD", 3,
            "Mrs J Kettlewell", "Owen", "Redfearn", "Family Support Worker and Attendance Lead");

    static List<DemoSchool> all() {
        return Stream.concat(PRIMARY.stream(), Stream.of(HIGH, ACADEMY, SPECIAL)).toList();
    }

    static DemoSchool of(String code) {
        return all().stream().filter(school -> school.code().equals(code)).findFirst().orElseThrow();
    }

    String address() {
        return street + "\n" + Place.town(town) + "\n" + postcode;
    }

    String telephone() {
        return "01632 9601%s".formatted(code.substring(3, 4) + code.substring(6));
    }

    String email() {
        return "attendance@%s.fernshire.example".formatted(key);
    }
}
