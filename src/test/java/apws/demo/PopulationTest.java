package apws.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import apws.demo.Carer.Of;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final Population population = new Population(Fernshire.SEED);

    @ParameterizedTest
    @ValueSource(strings = {"2026-08-15", "2026-08-31", "2026-09-01", "2026-12-25", "2027-01-01", "2027-05-03", "2028-02-29", "2031-06-30"})
    void aboutTwoThousandChildrenAreOnRollOnAnyDay(LocalDate day) {
        var children = population.on(day);
        assertThat(children).hasSizeBetween(1900, 2100);
        assertThat(children).extracting(Child::upn).doesNotHaveDuplicates().allMatch(upn -> upn.matches("[A-HJ-NP-RTUVW-Z]999\\d{9}"));
        assertThat(children).extracting(child -> child.school().code()).contains(DemoSchool.all().stream().map(DemoSchool::code).toArray(String[]::new));
        assertThat(children).allSatisfy(child -> {
            assertThat(child.born()).isBetween(day.minusYears(17).minusDays(1), day.minusYears(4).plusDays(1));
            assertThat(child.admittedOn()).isBeforeOrEqualTo(day);
            assertThat(child.family().carers()).isNotEmpty();
        });
    }

    @Test
    void everyKindOfFamilyOccurs() {
        var families = population.on(DAY).stream().map(Child::family).collect(toMap(Family::reference, Function.identity(), (a, b) -> a)).values();
        var carers = families.stream().flatMap(family -> family.carers().stream()).map(Of::carer).toList();
        assertThat(carers).extracting(Carer::reference).doesNotHaveDuplicates();
        assertThat(families).filteredOn(family -> family.carers().size() == 1).hasSizeGreaterThan(100);
        assertThat(families).filteredOn(Family::lookedAfter).hasSizeBetween(5, 40);
        assertThat(families).filteredOn(Family::childProtection).hasSizeBetween(3, 30);
        assertThat(families).filteredOn(PopulationTest::atTwoAddresses).hasSizeGreaterThan(100);
        assertThat(families).filteredOn(family -> !atTwoAddresses(family) && lastNames(family).size() > 1).hasSizeGreaterThan(50);
        assertThat(carers).filteredOn(Carer::addressConfidential).hasSizeBetween(3, 60);
        assertThat(carers).filteredOn(carer -> !carer.doNotContactReason().isEmpty()).hasSizeGreaterThan(10)
                .allMatch(carer -> !carer.doNotContactAuthorisedBy().isEmpty());
        assertThat(carers).filteredOn(carer -> !carer.language().equals("English")).hasSizeGreaterThan(50);
    }

    @Test
    void whoKeepsAnAddressConfidentialIsNeverSharedWithTheOtherParent() {
        var hidden = population.on(DAY).stream().map(Child::family)
                .filter(family -> family.carers().stream().anyMatch(of -> of.carer().addressConfidential())).toList();
        assertThat(hidden).isNotEmpty().allSatisfy(family ->
                assertThat(family.carers()).filteredOn(of -> !of.livesWithChild()).allMatch(of -> !of.carer().doNotContactReason().isEmpty()));
    }

    @Test
    void everyFlagOccurs() {
        var children = population.on(DAY);
        assertThat(children).anyMatch(Child::sen).anyMatch(Child::ehcp).anyMatch(Child::childInNeed).anyMatch(Child::medicalNeed)
                .anyMatch(Child::youngCarer).anyMatch(Child::partTimeTimetable);
    }

    @Test
    void brothersAndSistersGoToDifferentSchoolsAndHaveTheSameParents() {
        var schoolsByFamily = population.on(DAY).stream()
                .collect(groupingBy(child -> child.family().reference(), mapping(child -> child.school().code(), toSet())));
        assertThat(schoolsByFamily.values()).filteredOn(schools -> schools.size() > 1).hasSizeGreaterThan(100);
        var carersByFamily = new HashMap<String, List<Of>>();
        for (var child : population.on(DAY)) {
            var first = carersByFamily.putIfAbsent(child.family().reference(), child.family().carers());
            assertThat(first == null || first.equals(child.family().carers())).isTrue();
        }
    }

    @Test
    void theSameChildIsOneClassFurtherOnAYearLater() {
        var later = population.on(DAY.plusYears(1)).stream().collect(toMap(Child::upn, Function.identity()));
        var stayed = population.on(DAY).stream().filter(child -> child.year() < 11).toList();
        assertThat(stayed).allSatisfy(child -> {
            var again = later.get(child.upn());
            assertThat(again.firstName()).isEqualTo(child.firstName());
            assertThat(again.born()).isEqualTo(child.born());
            assertThat(again.family()).isEqualTo(child.family());
            assertThat(again.year()).isEqualTo(child.year() + 1);
        });
    }

    @Test
    void telephonesAndAddressesCannotReachAnyone() {
        var carers = population.on(DAY).stream().flatMap(child -> child.family().carers().stream()).map(Of::carer).toList();
        assertThat(carers).allMatch(carer -> carer.telephone().matches("07700 900\\d{3}|01632 960\\d{3}"))
                .allMatch(carer -> carer.email().isEmpty() || carer.email().endsWith("@example.org"))
                .allMatch(carer -> carer.home().postcode().startsWith("X"));
        assertThat(DemoSchool.all()).allMatch(school -> school.telephone().matches("01632 960\\d{3}"))
                .allMatch(school -> school.email().endsWith(".example")).allMatch(school -> school.code().startsWith("999"));
        assertThat(DemoSchool.all()).extracting(DemoSchool::telephone).doesNotHaveDuplicates();
    }

    private static boolean atTwoAddresses(Family family) {
        return family.carers().stream().map(of -> of.carer().home()).distinct().count() > 1;
    }

    private static List<String> lastNames(Family family) {
        return family.carers().stream().map(of -> of.carer().lastName()).distinct().toList();
    }
}
