package apws.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import apws.access.Roles;
import apws.access.Viewer;
import apws.pupil.ImportResult;
import apws.pupil.Sender;
import apws.pupil.Senders;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

class OfficerEndpointsTest {

    private static final MockMultipartFile FILE = new MockMultipartFile("file", "officers.csv", "text/csv", new byte[0]);

    private final OfficerFiles files = mock(OfficerFiles.class);
    private final Senders senders = mock(Senders.class);
    private final OfficerEndpoints endpoints = new OfficerEndpoints(files, senders, new Viewer());

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.APWS_OFFICE, Roles.ADMINISTRATOR})
    void those_who_send_the_other_files_send_officers(String role) {
        signIn(role);
        var office = Sender.ofEverySchool("somebody");
        when(senders.signedIn()).thenReturn(office);
        when(files.read(any(), any(), any())).thenReturn(new ImportResult(7L, "officers", "officers.csv", null, "somebody", Instant.EPOCH, null, 1,
                0, 1, 0, 0, List.of()));
        assertThat(endpoints.officers(FILE).getHeaders().getLocation()).hasToString("/api/imports/7");
        verify(files).read("officers.csv", FILE, office);
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.EWO, Roles.SERVICE_MANAGER, Roles.ANALYST, "school-9990001"})
    void nobody_else_does(String role) {
        signIn(role);
        assertThatThrownBy(() -> endpoints.officers(FILE)).isInstanceOf(AccessDeniedException.class);
        verifyNoInteractions(files);
    }

    private static void signIn(String role) {
        SecurityContextHolder.getContext().setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated("somebody", null, AuthorityUtils.createAuthorityList(role)));
    }
}
