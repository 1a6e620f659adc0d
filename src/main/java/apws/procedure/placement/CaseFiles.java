package apws.procedure.placement;

import apws.imports.FileReader;
import apws.imports.ImportResult;
import apws.imports.Sender;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.InputStreamSource;

/** Cases under way among the kinds of files that are sent and take their turn: to be tried, or to be brought in. */
@Configuration(proxyBeanMethods = false)
class CaseFiles {

    @Bean
    FileReader casesBroughtIn(CasesUnderWay cases) {
        return new Reader(cases, false);
    }

    @Bean
    FileReader casesTried(CasesUnderWay cases) {
        return new Reader(cases, true);
    }

    private record Reader(CasesUnderWay cases, boolean dryRun) implements FileReader {

        @Override
        public String kind() {
            return CasesUnderWay.kind(dryRun);
        }

        @Override
        public ImportResult read(String fileName, InputStreamSource content, Sender sender, boolean whole) {
            return cases.read(fileName, content, sender, dryRun).result();
        }
    }
}
