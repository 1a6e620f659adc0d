package apws.journey;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Two schools and seven pupils, as the files that their systems would send. Everybody in it is made up. */
final class Town {

    static final String MARSH_LANE = "9991001";
    static final String HILL_TOP = "9991002";

    private Town() {
    }

    /** Each pupil with the pattern of their absence. */
    enum Child {
        /** Monday mornings until the plan begins, then never. */
        ADA("A999100000001", "Ada", "Brook", MARSH_LANE) {
            @Override
            String mark(LocalDate day, boolean morning) {
                if (day.equals(LocalDate.of(2026, 9, 25))) {
                    return "I";
                }
                return day.getDayOfWeek() == DayOfWeek.MONDAY && morning && day.isBefore(LocalDate.of(2026, 10, 13)) ? "O" : null;
            }
        },
        /** Every Tuesday, and once more while the plan runs. */
        BEN("A999100000002", "Ben", "Carter", MARSH_LANE) {
            @Override
            String mark(LocalDate day, boolean morning) {
                if (day.equals(LocalDate.of(2026, 9, 29))) {
                    return "N";
                }
                return day.getDayOfWeek() == DayOfWeek.TUESDAY || day.equals(LocalDate.of(2026, 10, 22)) ? "O" : null;
            }
        },
        /** A day before the letter, and two after it. */
        CY("A999100000003", "Cy", "Dunn", MARSH_LANE) {
            @Override
            String mark(LocalDate day, boolean morning) {
                return on(day, "2026-09-10", "2026-10-12", "2026-10-13") ? "O" : null;
            }
        },
        /** Two afternoons and a morning in each of two weeks. */
        DEE("A999100000004", "Dee", "Ellis", MARSH_LANE) {
            @Override
            String mark(LocalDate day, boolean morning) {
                return on(day, "2026-09-09", "2026-09-16") || !morning && on(day, "2026-09-10") ? "U" : null;
            }
        },
        /** Never. */
        EVE("A999100000005", "Eve", "Frost", MARSH_LANE) {
            @Override
            String mark(LocalDate day, boolean morning) {
                return null;
            }
        },
        /** Ill for one day. */
        HAL("A999100000006", "Hal", "Grey", MARSH_LANE) {
            @Override
            String mark(LocalDate day, boolean morning) {
                return on(day, "2026-09-09") ? "I" : null;
            }
        },
        /** Every Thursday. */
        FLO("A999100000007", "Flo", "Hart", HILL_TOP) {
            @Override
            String mark(LocalDate day, boolean morning) {
                return day.getDayOfWeek() == DayOfWeek.THURSDAY ? "O" : null;
            }
        };

        private final String upn;
        private final String firstName;
        private final String lastName;
        private final String school;

        Child(String upn, String firstName, String lastName, String school) {
            this.upn = upn;
            this.firstName = firstName;
            this.lastName = lastName;
            this.school = school;
        }

        /** @return null for present */
        abstract String mark(LocalDate day, boolean morning);

        String upn() {
            return upn;
        }

        String fullName() {
            return firstName + " " + lastName;
        }

        private static boolean on(LocalDate day, String... days) {
            return Arrays.asList(days).contains(day.toString());
        }
    }

    static String schools() {
        return """
                LAEstab,Name,Address,Telephone,Email,Hours,Headteacher,AttendanceLead,AttendanceLeadPost
                9991001,Marsh Lane Academy,Marsh Lane|Fairhaven|ZZ99 1AB,01632 960201,office@marshlane.example,\
                "Monday to Friday, 8am to 4pm",Mrs H Teacher,Priya Lead,Attendance Lead
                9991002,Hill Top School,1 Hill Top|Fairhaven|ZZ99 1AC,01632 960202,office@hilltop.example,"Monday to Friday, 8am to 4pm",\
                Mr K Teacher,Tom Other,Attendance Lead
                """;
    }

    static String pupils() {
        return "UPN,Forename,Surname,DOB,YearGroup,LAEstab,Admitted,SEN,YoungCarer\n" + Arrays.stream(Child.values())
                .map(child -> "%s,%s,%s,2014-05-03,Year 8,%s,2025-09-04,%s,%s\n".formatted(child.upn, child.firstName, child.lastName,
                        child.school, child == Child.ADA ? "yes" : "no", child == Child.BEN ? "yes" : "no"))
                .collect(Collectors.joining());
    }

    /** Ada's parents live apart; Ben's father must not be written to; the others have one parent each. */
    static String parents() {
        return """
                Reference,UPN,Relationship,LivesWithPupil,Title,Forename,Surname,Address,Postcode,AddressConfidential,\
                DoNotContactReason,DoNotContactAuthorisedBy
                P1,A999100000001,mother,yes,Ms,Anna,Brook,1 Mill Street|Fairhaven,ZZ99 2AA,no,,
                P2,A999100000001,father,no,Mr,Bill,Stone,9 Far Road|Otherham,ZZ98 3BB,yes,,
                P3,A999100000002,mother,yes,Ms,Carla,Carter,2 Mill Street|Fairhaven,ZZ99 2AB,no,,
                P4,A999100000002,father,no,Mr,Carl,Carter,3 Mill Street|Fairhaven,ZZ99 2AC,no,court order,R Hargreaves
                P5,A999100000003,father,yes,Mr,Dave,Dunn,4 Mill Street|Fairhaven,ZZ99 2AD,no,,
                P6,A999100000004,mother,yes,Ms,Eva,Ellis,5 Mill Street|Fairhaven,ZZ99 2AE,no,,
                P7,A999100000006,mother,yes,Ms,Gwen,Grey,6 Mill Street|Fairhaven,ZZ99 2AF,no,,
                P8,A999100000007,mother,yes,Ms,Hope,Hart,7 Mill Street|Fairhaven,ZZ99 2AG,no,,
                """;
    }

    /** A school's register of those school days, a row for each session. */
    static String register(String school, List<LocalDate> days) {
        var rows = new StringBuilder("UPN,Date,Session,Mark\n");
        for (var day : days) {
            for (var child : Child.values()) {
                if (child.school.equals(school)) {
                    rows.append(row(child, day, true)).append(row(child, day, false));
                }
            }
        }
        return rows.toString();
    }

    private static String row(Child child, LocalDate day, boolean morning) {
        var absent = child.mark(day, morning);
        return "%s,%s,%s,%s\n".formatted(child.upn, day, morning ? "AM" : "PM", absent != null ? absent : morning ? "/" : "\\");
    }
}
