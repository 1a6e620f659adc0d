package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.letter.Letter;
import apws.letter.Letter.Status;
import apws.letter.LetterSettings;
import apws.letter.PrintRoom;
import apws.pupil.Parent;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** A letter goes its own way: the diagrams send-letter and report-returned-letter. */
@ExtendWith(OutputCaptureExtension.class)
class SendLetterTest extends CaseTraces {

    @Autowired
    private LetterSettings settings;
    @Autowired
    private PrintRoom printRoom;
    @Autowired
    private DataSource database;
    @Autowired
    private PlatformTransactionManager transactions;

    private TracedCase followed;
    private Child child;
    private String letterProcess;

    @BeforeEach
    void aLetterIsRecorded() {
        town.itIs("2026-09-28");
        child = town.child().attends(96).since("2026-09-01");
        followed = madeAware(child);
    }

    @Test
    void aLetterIsRenderedPlacedInTheTrayAndOnTheRecordAsHandedOver() throws IOException {
        goesOut(mothers());

        var letter = mothers();
        assertThat(letter.status()).isEqualTo(Status.HANDED_OVER);
        assertThat(letters.pdf(letter.id())).get().asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.BYTE_ARRAY).startsWith("%PDF".getBytes());
        assertThat(Files.readAllBytes(inTray(letter))).isEqualTo(letters.pdf(letter.id()).orElseThrow());
        assertThat(waiting(letter)).containsExactlyInAnyOrder("came-back");
        assertThat(runtime().getVariable(process(letter).getId(), "handedOverOn")).isEqualTo("2026-09-28");
        followed.tells("S1-01", "handed to the print room", "system").waitsAt("watch-over");
    }

    @Test
    void aLetterThatDoesNotComeBackInFourWeeksIsTakenAsDelivered() {
        town.itIs("2026-09-30");
        goesOut(mothers());
        var timer = job(mothers());
        // in half term, and never moved
        assertThat(TracedCase.moment(timer.getDuedate())).isEqualTo(LocalDateTime.parse("2026-10-28T05:00"));
        town.itIs(timer.getDuedate().toInstant());
        management().executeJob(timer.getId());

        assertThat(processes(mothers())).isEmpty();
        assertThat(mothers().status()).isEqualTo(Status.HANDED_OVER);
    }

    @Test
    void settlement_3_aReturnedLetterWaitsForItsAddressToBeCorrected() {
        goesOut(mothers());
        town.itIs("2026-10-05");
        reportsReturn(mothers());

        var letter = mothers();
        assertThat(letter.status()).isEqualTo(Status.RETURNED);
        assertThat(letter.returnedWhy()).isEqualTo("Addressee gone away");
        assertThat(letter.returnedOn()).isEqualTo("2026-10-05");
        followed.hasTask("correct-address").withTheSchool().dueOn("2026-10-08");
        followed.waitsAt("watch-over");
    }

    @Test
    void settlement_3_theLetterIsSentAgainToTheCorrectedAddress() {
        goesOut(mothers());
        var returned = mothers();
        reportsReturn(returned);
        followed.school().completes("correct-address", Filled.newAddress("5 Ferry Road\nNewtown", "ZZ99 2BB"));

        assertThat(processes(returned)).isEmpty();
        var again = followed.letters().get(followed.letters().size() - 1);
        assertThat(again.insteadOf()).isEqualTo(returned.id());
        assertThat(town.database().sql("select recipient_address from letter where id = :id").param("id", again.id()).query(String.class).single())
                .contains("5 Ferry Road", "ZZ99 2BB");
        goesOut(again);
        assertThat(letters.get(again.id()).status()).isEqualTo(Status.HANDED_OVER);
    }

    @Test
    void settlement_3_theLetterIsNotSentAgainAndTheReasonIsKept() {
        goesOut(mothers());
        reportsReturn(mothers());
        followed.school().completes("correct-address", Filled.notSentAgain("Both parents were told in person"));

        assertThat(processes(mothers())).isEmpty();
        assertThat(followed.letters()).hasSize(2);
        assertThat(entries.newest(followed.reference(), "correct-address")).get().extracting(entry -> entry.text("reason"))
                .isEqualTo("Both parents were told in person");
    }

    @Test
    void settlement_3_aReturnedInvitationIsNotSentAgainTooLateForItsMeetingAndItsAddressIsCorrectedAllTheSame() {
        child = town.child();
        followed = invited(child, "2026-10-12");
        goesOut(mothers());
        var returned = mothers();
        town.itIs("2026-10-08");
        reportsReturn(returned);

        assertThat(followed.hasTask("correct-address").shows()).containsEntry("tooLateText", "It names 12 October 2026, and sent again today it "
                + "would come on 12 October 2026: too late. Do not send it again, but correct the address. Tell the parent otherwise, or see to it "
                + "that the meeting is put off: its own task then sends a new invitation.");
        followed.school().isRefused("correct-address", Filled.newAddress("5 Ferry Road\nNewtown", "ZZ99 2BB"), "decision")
                .completes("correct-address", Filled.notSentAgain("She was rung").with("newAddress", "5 Ferry Road\nNewtown")
                        .with("newPostcode", "ZZ99 2BB").with("source", "the school"));
        assertThat(processes(returned)).isEmpty();
        assertThat(followed.letters()).noneMatch(letter -> returned.id() == letter.id() && letter.insteadOf() != null).hasSize(2);

        // put off, the meeting's own task writes to the right address
        followed.school().completes("record-meeting-outcome", Filled.meetingPutOff("2026-10-19"));
        var again = followed.letters().stream().filter(letter -> letter.id() > returned.id() && child.parents().get(0).id().equals(letter.parentId())).findFirst()
                .orElseThrow();
        assertThat(town.database().sql("select recipient_address from letter where id = :id").param("id", again.id()).query(String.class).single())
                .contains("5 Ferry Road");
    }

    @Test
    void settlement_3_aReturnedInvitationIsSentAgainWhileItIsInTimeForItsMeeting() {
        child = town.child();
        followed = invited(child, "2026-10-12");
        goesOut(mothers());
        town.itIs("2026-10-07");
        reportsReturn(mothers());

        assertThat(followed.hasTask("correct-address").shows()).containsEntry("tooLateText", "");
        followed.school().completes("correct-address", Filled.newAddress("5 Ferry Road\nNewtown", "ZZ99 2BB"));
        assertThat(followed.letters()).hasSize(3);
    }

    @Test
    void settlement_3_aLetterThatIsNotWaitedForCannotHaveComeBack() {
        assertThatThrownBy(() -> reportsReturn(mothers())).hasMessageContaining("letterNumber");
        assertThat(mothers().status()).isEqualTo(Status.RECORDED);
    }

    @Test
    void settlement_16_aLetterThatHasNotLeftIsKeptBackWhenItsCaseIsWithdrawn() {
        var letter = mothers();
        tellThatItsCaseHasEnded(letter);

        assertThat(letters.get(letter.id()).status()).isEqualTo(Status.KEPT_BACK);
        assertThat(processes(letter)).isEmpty();
        assertThat(management().createJobQuery().processInstanceId(letterProcess).list()).as("jobs of the letter").isEmpty();
        assertThat(mothers().trayDay()).as("day of the tray's folder").isNull();
        followed.tells("S1-01", "kept back: the case has ended", "system");
    }

    @Test
    void settlement_16_aLetterOnItsWayOutIsBroughtToItsEndWhenItsCaseIsWithdrawn() throws IOException {
        management().executeJob(job(mothers()).getId());
        var letter = mothers();
        assertThat(letter.status()).isEqualTo(Status.HANDING_OVER);
        tellThatItsCaseHasEnded(letter);
        toTray.bringAll();

        assertThat(mothers().status()).isEqualTo(Status.HANDED_OVER);
        isInTheTrayOnce(mothers());
    }

    @Test
    void killedBeforeRenderingIsCommittedTheLetterIsRenderedAtTheNextTry() throws IOException {
        killedIn(job(mothers()));
        assertThat(mothers().status()).isEqualTo(Status.RECORDED);
        goesOut(mothers());

        isInTheTrayOnce(mothers());
    }

    @Test
    void killedAfterHandingOverHasBegunTheLetterIsPlacedAtTheNextTry() throws IOException {
        management().executeJob(job(mothers()).getId());
        assertThat(mothers().status()).isEqualTo(Status.HANDING_OVER);
        assertThat(mothers().trayDay()).isEqualTo("2026-09-28");
        assertThat(inTray(mothers())).doesNotExist();
        town.itIs("2026-09-29");
        toTray.bringAll();

        isInTheTrayOnce(mothers());
        assertThat(inTray(mothers()).getParent()).as("the folder of the day on which handing over began").endsWithRaw(Path.of("2026-09-28"));
    }

    @Test
    void killedAfterPlacingTheLetterIsNotPlacedASecondTime() throws IOException {
        management().executeJob(job(mothers()).getId());
        printRoom.gets(mothers().id());
        assertThat(mothers().status()).isEqualTo(Status.HANDING_OVER);
        assertThat(inTray(mothers())).exists();
        toTray.bringAll();

        isInTheTrayOnce(mothers());
    }

    @Test
    void takenByThePrintRoomBeforeTheKillTheLetterIsNotPlacedASecondTime() throws IOException {
        management().executeJob(job(mothers()).getId());
        printRoom.gets(mothers().id());
        Files.delete(inTray(mothers()));
        toTray.bringAll();

        assertThat(mothers().status()).isEqualTo(Status.HANDED_OVER);
        assertThat(inTray(mothers())).doesNotExist();
        assertThat(indexLines(mothers())).hasSize(1);
    }

    @Test
    void aTrayThatFailsIsAnIncidentInPlainWordsAtOnceAndMendedTheLetterGoesOutByItself() throws IOException {
        management().executeJob(job(mothers()).getId());
        var aside = settings.tray().resolveSibling(settings.tray().getFileName() + "-aside");
        Files.move(settings.tray(), aside);
        try {
            for (int tries = 0; tries < 3; tries++) {
                toTray.bringAll();
                assertThat(incidents(mothers())).singleElement().asString().contains("The print tray", "is not there");
            }
            followed.waitsAt("watch-over").waitsFor("watch-over").until("2026-11-02").passes();
            followed.waitsAt("decide-after-watch");
        } finally {
            Files.move(aside, settings.tray());
        }
        toTray.bringAll();

        assertThat(incidents(mothers())).isEmpty();
        isInTheTrayOnce(mothers());
    }

    @Test
    void whatIsWrongNowIsWhatTheIncidentSays() throws IOException {
        management().executeJob(job(mothers()).getId());
        var aside = settings.tray().resolveSibling(settings.tray().getFileName() + "-aside");
        Files.move(settings.tray(), aside);
        toTray.bringAll();
        Files.createDirectory(settings.tray());
        Files.createFile(settings.tray().resolve("2026-09-28"));
        toTray.bringAll();
        Files.delete(settings.tray().resolve("2026-09-28"));
        Files.delete(settings.tray().resolve(".lock"));
        Files.delete(settings.tray());
        Files.move(aside, settings.tray());

        assertThat(incidents(mothers())).singleElement().asString().contains("could not be written to");
        toTray.bringAll();
        isInTheTrayOnce(mothers());
    }

    @Test
    void aPrintShareThatHangsHoldsNoConnectionAndHasEveryLetterSayItAtOnce() throws Exception {
        management().executeJob(job(mothers()).getId());
        management().executeJob(job(fathers()).getId());
        try (var share = new HangingShare(settings.tray())) {
            var bringing = CompletableFuture.runAsync(toTray::bringAll);
            await(() -> Thread.getAllStackTraces().values().stream().anyMatch(stack -> Stream.of(stack).anyMatch(call ->
                    call.getClassName().endsWith("PrintTray") && call.getMethodName().equals("place"))));
            assertThat(connectionsInUse()).isZero();
            bringing.get(1, TimeUnit.MINUTES);
            for (var letter : List.of(mothers(), fathers())) {
                assertThat(incidents(letter)).singleElement().asString().contains("The print tray", "does not answer");
            }
            followed.waitsAt("watch-over");
        }
        await(() -> Files.exists(inTray(mothers())));
        toTray.bringAll();

        for (var letter : List.of(mothers(), fathers())) {
            assertThat(incidents(letter)).isEmpty();
            isInTheTrayOnce(letter);
        }
    }

    private int connectionsInUse() {
        try {
            return database.unwrap(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoNodesThatBringTheSameLetterAtOnceHandItOverOnce() throws Exception {
        management().executeJob(job(mothers()).getId());
        var nodes = Stream.generate(() -> CompletableFuture.runAsync(toTray::bringAll)).limit(4).toList();
        for (var node : nodes) {
            node.get(1, TimeUnit.MINUTES);
        }

        isInTheTrayOnce(mothers());
        assertThat(waiting(mothers())).containsExactly("came-back");
        assertThat(chronology.of(followed.reference())).filteredOn(line -> line.what().contains(mothers().number())
                && line.what().endsWith("handed to the print room")).hasSize(1);
    }

    @Test
    void whoBringsALetterThatAnotherIsJustBringingWaitsAndFindsItGone(CapturedOutput log) throws Exception {
        management().executeJob(job(mothers()).getId());
        var first = transactions.getTransaction(TransactionDefinition.withDefaults());
        town.database().sql("select id from letter where id = :id for update").param("id", mothers().id()).query(Long.class).single();
        var second = CompletableFuture.runAsync(toTray::bringAll);
        await(() -> Thread.getAllStackTraces().values().stream().anyMatch(stack -> Stream.of(stack).anyMatch(call ->
                call.getClassName().endsWith("Letters") && call.getMethodName().equals("lock"))));
        runtime().createExecutionQuery().processInstanceId(process(mothers()).getId()).activityId("place-in-print-tray").list()
                .forEach(step -> runtime().signal(step.getId()));
        transactions.commit(first);
        second.get(1, TimeUnit.MINUTES);

        assertThat(log.getAll()).doesNotContain("cannot signal", "could not be brought to the tray");
        isInTheTrayOnce(mothers());
        assertThat(waiting(mothers())).containsExactly("came-back");
    }

    @Test
    void aLetterThatIsUnderWayInAnEarlierVersionOfItsDiagramGoesOutOnce() throws IOException {
        var repository = town.engine().getRepositoryService();
        var newest = repository.createProcessDefinitionQuery().processDefinitionKey("send-letter").latestVersion().singleResult();
        var earlier = repository.getBpmnModelInstance(newest.getId());
        ((ServiceTask) earlier.getModelElementById("place-in-print-tray")).setCamundaAsyncBefore(true);
        var deployment = repository.createDeployment().addModelInstance("send-letter.bpmn", earlier).deploy().getId();
        try {
            followed = madeAware(town.child().attends(96).since("2026-09-01"));
            var letter = followed.letters().get(0);
            management().executeJob(job(letter).getId());
            toTray.bringAll();
            assertThat(letters.get(letter.id()).status()).isEqualTo(Status.HANDING_OVER);
            management().executeJob(job(letter).getId());
            toTray.bringAll();

            assertThat(letters.get(letter.id()).status()).isEqualTo(Status.HANDED_OVER);
            assertThat(waiting(letter)).containsExactly("came-back");
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    /** Another node that has its turn at the tray and does not give it back, so that whoever touches the tray waits. */
    private static final class HangingShare implements AutoCloseable {

        private final Process node;

        HangingShare(Path tray) throws IOException {
            node = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                    System.getProperty("java.class.path"), Node.class.getName(), tray.resolve(".lock").toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            assertThat(node.getInputStream().read()).as("what the other node says once it has its turn").isEqualTo('!');
        }

        @Override
        public void close() throws InterruptedException {
            node.destroyForcibly().waitFor();
        }
    }

    static final class Node {
        public static void main(String[] lock) throws IOException {
            try (var file = FileChannel.open(Path.of(lock[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE); var turn = file.lock()) {
                System.out.print('!');
                System.out.flush();
                System.in.read();
            }
        }
    }

    private static void await(BooleanSupplier there) throws InterruptedException {
        for (int tries = 0; tries < 600 && !there.getAsBoolean(); tries++) {
            Thread.sleep(50);
        }
        assertThat(there.getAsBoolean()).as("there within half a minute").isTrue();
    }

    @Test
    void aLetterThatCannotBeRenderedIsAnIncidentAtOnceWhileItIsTriedAgainOverADay() {
        var hidden = town.database().sql("select content from letter where id = :id").param("id", mothers().id()).query(String.class).single();
        content("not a letter");
        for (var pause : List.of("PT1M", "PT5M", "PT30M", "PT2H", "PT8H")) {
            fails(job(mothers()));
            assertThat(incidents(mothers())).singleElement().asString().contains("not");
            assertThat(Duration.between(now(), job(mothers()).getDuedate().toInstant())).isBetween(
                    Duration.parse(pause).minusSeconds(30), Duration.parse(pause).plusSeconds(1));
            town.itIs(job(mothers()).getDuedate().toInstant());
        }
        content(hidden);
        goesOut(mothers());

        assertThat(incidents(mothers())).isEmpty();
        assertThat(mothers().status()).isEqualTo(Status.HANDED_OVER);
    }

    private void content(String text) {
        town.database().sql("update letter set content = :content where id = :id").param("content", text).param("id", mothers().id()).update();
    }

    private Letter mothers() {
        return of(child.parents().get(0));
    }

    private Letter fathers() {
        return of(child.parents().get(1));
    }

    private Letter of(Parent parent) {
        return followed.letters().stream().filter(letter -> parent.id().equals(letter.parentId())).findFirst().orElseThrow();
    }

    private void tellThatItsCaseHasEnded(Letter letter) {
        letterProcess = process(letter).getId();
        runtime().createExecutionQuery().processInstanceId(letterProcess).messageEventSubscriptionName("case-ended").list()
                .forEach(waiting -> runtime().messageEventReceived("case-ended", waiting.getId()));
    }

    private void reportsReturn(Letter letter) {
        followed.school().person().starts("report-returned-letter", Filled.returned(letter.number(), today())
                .with("caseReference", followed.reference()));
    }

    private void goesOut(Letter letter) {
        goesOut(letter.id());
    }

    private void fails(Job job) {
        assertThatThrownBy(() -> management().executeJob(job.getId())).isNotNull();
    }

    /** The power goes just before the job's transaction commits. */
    private void killedIn(Job job) {
        transaction.executeWithoutResult(status -> {
            management().executeJob(job.getId());
            status.setRollbackOnly();
        });
    }

    private Instant now() {
        return town.now();
    }

    private List<ProcessInstance> processes(Letter of) {
        return runtime().createProcessInstanceQuery().processDefinitionKey("send-letter").variableValueEquals("letterId", of.id()).list();
    }

    private ProcessInstance process(Letter of) {
        assertThat(processes(of)).as("processes of letter " + of.number()).hasSize(1);
        return processes(of).get(0);
    }

    private Job job(Letter of) {
        return management().createJobQuery().processInstanceId(process(of).getId()).singleResult();
    }

    private List<String> waiting(Letter of) {
        return runtime().getActiveActivityIds(process(of).getId());
    }

    private List<String> incidents(Letter of) {
        return runtime().createIncidentQuery().processInstanceId(process(of).getId()).list().stream()
                .map(incident -> incident.getIncidentMessage()).toList();
    }

    private Path inTray(Letter letter) {
        return settings.tray().resolve(letter.trayDay().toString()).resolve(letter.number() + ".pdf");
    }

    private List<String> indexLines(Letter letter) {
        try (var lines = Files.lines(inTray(letter).resolveSibling("index.csv"))) {
            return lines.filter(line -> line.startsWith(letter.number() + ",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void isInTheTrayOnce(Letter letter) throws IOException {
        assertThat(letter.status()).isEqualTo(Status.HANDED_OVER);
        assertThat(Files.readAllBytes(inTray(letter))).isEqualTo(letters.pdf(letter.id()).orElseThrow());
        assertThat(indexLines(letter)).hasSize(1);
        try (var all = Files.walk(settings.tray())) {
            assertThat(all.filter(file -> file.getFileName().toString().contains(letter.number()))).hasSize(1);
        }
    }

    private ManagementService management() {
        return town.engine().getManagementService();
    }

    private org.camunda.bpm.engine.RuntimeService runtime() {
        return town.engine().getRuntimeService();
    }
}
